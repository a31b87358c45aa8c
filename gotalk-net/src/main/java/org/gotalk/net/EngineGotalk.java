package org.gotalk.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.transport.Pipe;
import org.gotalk.net.internal.stream.StreamTransport;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.spi.Transport;

/** Connects and listens by address, on one engine. */
final class EngineGotalk implements Gotalk {

    private static final int GOING_AWAY = 1001;

    private final Engine engine;
    private final Threads threads;
    private final Limits limits;
    private final TlsLayer tls;
    private final Dialing dialing;
    private final ReconnectingSocks reconnecting = new ReconnectingSocks();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    EngineGotalk(Engine engine, Threads threads) {
        this.engine = engine;
        this.threads = threads;
        this.limits = engine.limits();
        this.tls = new TlsLayer(threads.executor(), threads.scheduler());
        this.dialing = new Dialing(engine, threads, tls, limits);
    }

    @Override
    public Sock connect(String address, ConnectOptions options) {
        CompletionStage<Sock> connecting = connectAsync(address, options);
        try {
            return connecting.toCompletableFuture().get();
        } catch (InterruptedException e) {
            connecting.thenAccept(Sock::close);
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("a connection to " + address, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public CompletionStage<Sock> connectAsync(String address, ConnectOptions options) {
        return dialing.dial(Address.of(address), options).thenApply(sock -> sock);
    }

    @Override
    public ReconnectingSock stayConnected(String address, ReconnectOptions options) {
        Address where = Address.of(address);
        DefaultReconnectingSock sock = new DefaultReconnectingSock(
                address,
                options,
                engine,
                threads,
                () -> ThreadLocalRandom.current().nextDouble(),
                handlers -> dialing.dial(where, options.connect().handlers(handlers)));
        reconnecting.start(sock);
        return sock;
    }

    @Override
    public Listener listen(String address, ListenOptions options) throws IOException {
        Address where = Address.of(address);
        Handlers handlers = options.handlers().orElseGet(engine::handlers);
        Function<SocketChannel, CompletionStage<CloseReason>> begin = switch (where.scheme()) {
            case TCP, UNIX -> channel -> begin(channel, handlers).closed();
            case TLS -> {
                options.tls().checkForListening(where);
                TlsAcceptor acceptor = new TlsAcceptor(engine, tls, options.tls(), limits.handshakeTimeout(), handlers);
                yield channel -> begin(channel, acceptor);
            }
            case WS, WSS ->
                throw new IllegalArgumentException("\"" + address + "\": WebSockets need a Jakarta EE server;"
                        + " use a tcp:, tls: or unix: address");
        };
        SocketListener listener = SocketListener.start(threads.sockets(), where, options, begin);
        listeners.add(listener);
        listener.closed().thenRun(() -> listeners.remove(listener));
        return listener;
    }

    @Override
    public List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    @Override
    public Sock adopt(SocketChannel connected) throws IOException {
        return engine.connect(threads.sockets().adopt(connected), remote(connected));
    }

    @Override
    public Sock adopt(InputStream in, OutputStream out, String name) {
        return engine.connect(new StreamTransport(in, out, threads.executor()), Peer.at(name));
    }

    @Override
    public Sock adopt(Transport connected, Peer peer) {
        return engine.connect(connected, peer);
    }

    @Override
    public Sock pipe(Gotalk other) {
        Pipe pipe = Pipe.on(new RetryingExecutor(threads.executor(), threads.scheduler()));
        Peer peer = Peer.at("pipe");
        Sock own = adopt(pipe.left(), peer);
        try {
            other.adopt(pipe.right(), peer);
        } catch (IllegalStateException closed) {
            pipe.right().close(GOING_AWAY, "the other side is closed");
            throw closed;
        }
        return own;
    }

    @Override
    public CompletionStage<Void> drain(Duration grace) {
        long end = System.nanoTime() + Deadline.atMostEver(grace).toNanos();
        listeners.forEach(EngineGotalk::close);
        if (grace.isZero()) {
            return drainAll(grace);
        }
        return engine.drainServed(grace).thenCompose(served -> drainAll(rest(end)));
    }

    private CompletionStage<Void> drainAll(Duration grace) {
        CompletableFuture<Void> reconnected = reconnecting.drain(grace);
        return CompletableFuture.allOf(reconnected, engine.drain(grace).toCompletableFuture());
    }

    private static Duration rest(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    @Override
    public void close() {
        threads.end(drain(Duration.ZERO).toCompletableFuture());
    }

    private Sock begin(SocketChannel channel, Handlers handlers) {
        try {
            return engine.connect(threads.sockets().adopt(channel), remote(channel), handlers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<CloseReason> begin(SocketChannel channel, TlsAcceptor acceptor) {
        try {
            return acceptor.begin(channel, threads.sockets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Peer remote(SocketChannel channel) throws IOException {
        return Peer.at(PeerAddress.of(channel, "tcp"));
    }

    private static void close(Listener listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
