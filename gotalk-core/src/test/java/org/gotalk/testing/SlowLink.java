package org.gotalk.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A slow network in front of a server on this machine: passes so many bytes on in each direction, tick by tick. */
public final class SlowLink implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final int SMALL_BUFFER = 16 * 1024;

    private final InetSocketAddress server;
    private final int bytesATick;
    private final ServerSocketChannel listening;
    private final List<Direction> directions = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong passed = new AtomicLong();
    private volatile boolean isDown;

    /**
     * A link to a port of this machine.
     *
     * @param rate bytes a second in each direction, of each connection
     */
    public SlowLink(int serverPort, int rate) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        bytesATick = (int) (rate * TICK.toMillis() / TimeUnit.SECONDS.toMillis(1));
        listening = ServerSocketChannel.open();
        listening.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listening.configureBlocking(false);
        Future<?> unused = time.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where clients connect. */
    public int port() {
        return listening.socket().getLocalPort();
    }

    /** Passes nothing on any more, and keeps the connections. */
    public void goDown() {
        isDown = true;
    }

    /** Passes what comes on again. */
    public void goUp() {
        isDown = false;
    }

    /** Breaks all connections, with what is on its way; new ones wait until the link {@linkplain #goUp goes up}. */
    public void cut() {
        isDown = true;
        directions.forEach(direction -> Direction.hangUp(direction.from));
    }

    /** Bytes that were passed on. */
    public long passed() {
        return passed.get();
    }

    @Override
    public void close() throws IOException {
        time.shutdownNow();
        listening.close();
        for (Direction direction : directions) {
            direction.from.close();
        }
    }

    private void tick() {
        try {
            accept();
            if (!isDown) {
                directions.removeIf(direction -> !direction.pass());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the link failed", e);
        }
    }

    private void accept() throws IOException {
        for (SocketChannel client = listening.accept(); client != null; client = listening.accept()) {
            SocketChannel onward = SocketChannel.open();
            onward.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            onward.connect(server);
            client.configureBlocking(false);
            onward.configureBlocking(false);
            directions.add(new Direction(client, onward));
            directions.add(new Direction(onward, client));
        }
    }

    private final class Direction {

        private final SocketChannel from;
        private final SocketChannel to;
        private final ByteBuffer bytes = ByteBuffer.allocate(bytesATick).limit(0);

        Direction(SocketChannel from, SocketChannel to) {
            this.from = from;
            this.to = to;
        }

        /** Whether more may come. */
        boolean pass() {
            try {
                if (!bytes.hasRemaining()) {
                    boolean isAtEnd = from.read(bytes.clear()) < 0;
                    bytes.flip();
                    if (isAtEnd) {
                        to.shutdownOutput();
                        return false;
                    }
                }
                passed.addAndGet(to.write(bytes));
                return true;
            } catch (IOException e) {
                hangUp(from);
                hangUp(to);
                return false;
            }
        }

        private static void hangUp(SocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new IllegalStateException("a channel does not close", e);
            }
        }
    }
}
