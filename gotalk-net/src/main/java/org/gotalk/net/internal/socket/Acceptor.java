package org.gotalk.net.internal.socket;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections. When that fails, mostly because the process may open no more files, it tries again after a while
 * that doubles from time to time; connections that are there go on meanwhile, and new ones wait with the network.
 *
 * <p>One file is held in reserve, so that there is one for the log, which may have to open files, too.
 */
final class Acceptor implements ReadinessListener {

    static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** So many are accepted before others of the loop have their turn. */
    private static final int AT_ONCE = 64;

    private final ServerSocketChannel channel;
    private final SelectorLoop loop;
    private final Scheduler scheduler;
    private final Consumer<SocketChannel> accepted;
    private @Nullable SelectionKey key; // the loop's alone
    private Duration wait = SHORTEST_WAIT; // the loop's alone
    private boolean held; // the loop's alone
    private @Nullable SocketChannel reserve; // the loop's alone

    Acceptor(ServerSocketChannel channel, SelectorLoop loop, Scheduler scheduler, Consumer<SocketChannel> accepted) {
        this.channel = channel;
        this.loop = loop;
        this.scheduler = scheduler;
        this.accepted = accepted;
    }

    void start() {
        loop.execute(() -> {
            try {
                key = loop.register(channel, SelectionKey.OP_ACCEPT, this);
                reserve = SocketChannel.open();
            } catch (ClosedChannelException e) {
                broken(e);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "cannot reserve a file descriptor", e);
            }
        });
    }

    /** Accepts none for now; they wait with the network. */
    void hold() {
        loop.execute(() -> {
            held = true;
            waitForConnections();
        });
    }

    /** Goes on. */
    void release() {
        loop.execute(() -> {
            held = false;
            waitForConnections();
        });
    }

    /** Stops for good. Completes before a later bind to the same address. */
    void close() {
        closeChannel();
        // The channel lets go of its address when its key is gone, for which the loop has to turn once.
        loop.execute(this::closeReserve);
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            for (int i = 0; i < AT_ONCE && !held; i++) {
                SocketChannel connection = channel.accept();
                if (connection == null) {
                    return;
                }
                wait = SHORTEST_WAIT;
                accepted.accept(connection);
            }
        } catch (ClosedChannelException e) {
            ready.cancel();
        } catch (IOException | RuntimeException | Error e) {
            tryLater(ready, e);
        }
    }

    @Override
    public void broken(IOException cause) {
        closeChannel();
        closeReserve();
    }

    private void tryLater(SelectionKey ready, Throwable cause) {
        closeReserve();
        ready.interestOps(0);
        long millis = wait.toMillis();
        scheduler.schedule(() -> loop.execute(this::tryAgain), wait);
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        LOG.log(Level.WARNING, "cannot accept a connection: {0}; next try in {1} ms", cause, millis);
    }

    private void tryAgain() {
        try {
            reserve = channel.isOpen() ? SocketChannel.open() : null;
        } catch (IOException e) {
            reserve = null;
        }
        waitForConnections();
    }

    private void closeReserve() {
        SocketChannel freed = reserve;
        reserve = null;
        try {
            if (freed != null) {
                freed.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot close the reserved file descriptor", e);
        }
    }

    private void waitForConnections() {
        if (key != null && key.isValid()) {
            key.interestOps(held ? 0 : SelectionKey.OP_ACCEPT);
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot close a listening socket", e);
        }
    }
}
