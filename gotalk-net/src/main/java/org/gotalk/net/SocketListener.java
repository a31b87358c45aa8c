package org.gotalk.net;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gotalk.CloseReason;
import org.gotalk.net.internal.socket.ListeningSocket;
import org.gotalk.net.internal.socket.Sockets;
import org.jspecify.annotations.Nullable;

/** Accepts connections over TCP, with or without TLS, and over Unix-domain sockets. */
final class SocketListener implements Listener {

    private final URI address;
    private final int maxConnections;
    private final Function<SocketChannel, CompletionStage<CloseReason>> begin;
    private final @Nullable UnixSocketFile file;
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private @Nullable ListeningSocket listening; // set by start, before anybody sees this

    private SocketListener(
            URI address,
            int maxConnections,
            Function<SocketChannel, CompletionStage<CloseReason>> begin,
            @Nullable UnixSocketFile file) {
        this.address = address;
        this.maxConnections = maxConnections;
        this.begin = begin;
        this.file = file;
    }

    /**
     * Starts accepting.
     *
     * @param begin starts the engine on an accepted connection; completes when the connection has closed
     */
    static SocketListener start(
            Sockets sockets,
            Address address,
            ListenOptions options,
            Function<SocketChannel, CompletionStage<CloseReason>> begin)
            throws IOException {
        ServerSocketChannel channel = address.scheme() == Scheme.UNIX
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        try {
            SocketListener listener = bound(channel, address, options, begin);
            listener.listening = sockets.listen(channel, listener::accepted);
            return listener;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static SocketListener bound(
            ServerSocketChannel channel,
            Address address,
            ListenOptions options,
            Function<SocketChannel, CompletionStage<CloseReason>> begin)
            throws IOException {
        if (address.scheme() == Scheme.UNIX) {
            UnixSocketFile file =
                    UnixSocketFile.bind(channel, address.file().getPath(), options.backlog(), options.permissions());
            return new SocketListener(address.uri(), options.maxConnections(), begin, file);
        }
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        InetSocketAddress place = address.resolved();
        if (place.isUnresolved()) {
            throw new IOException("unknown host \"" + address.host() + "\"");
        }
        channel.bind(place, options.backlog());
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        return new SocketListener(address.withPort(port), options.maxConnections(), begin, null);
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public int connections() {
        return connections.get();
    }

    /** Completes when this is closed. */
    CompletionStage<Void> closed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        if (closed.complete(null)) {
            try {
                if (file != null) {
                    file.remove();
                }
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
            begin.apply(channel).whenComplete((reason, failure) -> ended());
        } catch (RuntimeException e) {
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
