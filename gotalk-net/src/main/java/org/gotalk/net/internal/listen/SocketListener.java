package org.gotalk.net.internal.listen;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.net.internal.socket.ListeningSocket;
import org.gotalk.net.internal.socket.Sockets;
import org.jspecify.annotations.Nullable;

/** Accepts connections at one address, up to a maximum at once. */
public final class SocketListener {

    private final BoundSocket socket;
    private final int maxConnections;
    private final PeerAcceptor acceptor;
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private @Nullable ListeningSocket listening; // set by start, before anybody sees this

    private SocketListener(BoundSocket socket, int maxConnections, PeerAcceptor acceptor) {
        this.socket = socket;
        this.maxConnections = maxConnections;
        this.acceptor = acceptor;
    }

    /** Starts accepting. */
    public static SocketListener start(Sockets sockets, BoundSocket socket, int maxConnections, PeerAcceptor acceptor)
            throws IOException {
        SocketListener listener = new SocketListener(socket, maxConnections, acceptor);
        try {
            listener.listening = sockets.listen(socket.channel(), listener::accepted);
            return listener;
        } catch (IOException e) {
            socket.channel().close();
            throw e;
        }
    }

    /** The number of open connections accepted here. */
    public int connections() {
        return connections.get();
    }

    /** Completes when this is closed. */
    public CompletionStage<Void> closed() {
        return closed;
    }

    /** Stops accepting; open connections remain open. A second call has no effect. */
    public void close() throws IOException {
        if (closed.complete(null)) {
            try {
                socket.removeFile();
            } finally {
                listening().close();
            }
        }
    }

    private void accepted(SocketChannel channel) {
        if (connections.incrementAndGet() >= maxConnections) {
            listening().hold();
        }
        try {
            acceptor.accept(channel).whenComplete((reason, failure) -> ended());
        } catch (IOException | RuntimeException e) {
            ended();
            LOG.log(Level.DEBUG, "cannot start a connection", e);
            close(channel);
        }
    }

    private void ended() {
        if (connections.getAndDecrement() == maxConnections) {
            listening().release();
        }
    }

    private ListeningSocket listening() {
        if (listening == null) {
            throw new IllegalStateException("not listening yet");
        }
        return listening;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot close a connection", e);
        }
    }
}
