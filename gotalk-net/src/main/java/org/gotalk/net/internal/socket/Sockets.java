package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Transport;

/** Makes and accepts connections, and carries them. All methods may be called from any thread, and none blocks. */
public final class Sockets implements AutoCloseable {

    private final SelectorLoops loops;
    private final Scheduler scheduler;

    /**
     * Starts the threads that all sockets share.
     *
     * @param threads how many, at least one
     */
    public Sockets(int threads, ThreadFactory factory, Scheduler scheduler) throws IOException {
        this.loops = new SelectorLoops(threads, factory);
        this.scheduler = scheduler;
    }

    /**
     * Connects to an address.
     *
     * @param patience how long that may take
     * @return what carries the connection; fails with a {@link ConnectException}
     */
    public CompletableFuture<Transport> connect(SocketAddress address, Duration patience) {
        SelectorLoop loop = loops.next();
        SocketChannel channel;
        try {
            channel = prepared(open(address));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        PendingConnect connecting = new PendingConnect(channel, loop, address);
        Scheduler.Cancellable timer = scheduler.schedule(
                () -> connecting.giveUp(new ConnectException("not connected within " + patience)), patience);
        return connecting
                .begin()
                .whenComplete((connected, failure) -> timer.cancel())
                .thenApply(connected -> transport(connected, loop));
    }

    /**
     * Carries a connection that somebody else has made.
     *
     * @throws IOException when it is closed
     */
    public Transport adopt(SocketChannel connected) throws IOException {
        return transport(prepared(connected), loops.next());
    }

    /**
     * Accepts connections.
     *
     * @param channel bound to its address
     * @param accepted told of each, on a thread that it must not hold up; it adopts or closes it
     */
    public ListeningSocket listen(ServerSocketChannel channel, Consumer<SocketChannel> accepted) throws IOException {
        channel.configureBlocking(false);
        Acceptor acceptor = new Acceptor(channel, loops.next(), scheduler, accepted);
        acceptor.start();
        return new ListeningSocket(acceptor);
    }

    /** Ends the threads, and what connections are left. */
    @Override
    public void close() {
        loops.close();
    }

    private Transport transport(SocketChannel channel, SelectorLoop loop) {
        return new SocketTransport(channel, loop, new LingeringClose(scheduler));
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** Small messages go at once, since they are packed already where they can be; dead peers are noticed in the end. */
    private static SocketChannel prepared(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
        return channel;
    }
}
