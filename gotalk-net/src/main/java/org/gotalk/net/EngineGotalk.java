package org.gotalk.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.transport.Pipe;
import org.gotalk.net.internal.connect.Dialer;
import org.gotalk.net.internal.connect.Dialing;
import org.gotalk.net.internal.connect.ProxyTarget;
import org.gotalk.net.internal.connect.TlsClient;
import org.gotalk.net.internal.connect.WebSocketTarget;
import org.gotalk.net.internal.listen.BoundSocket;
import org.gotalk.net.internal.listen.PeerAcceptor;
import org.gotalk.net.internal.listen.PlainAcceptor;
import org.gotalk.net.internal.listen.SocketListener;
import org.gotalk.net.internal.listen.TlsAcceptor;
import org.gotalk.net.internal.reconnect.ReconnectingSocks;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.socket.PeerAddress;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.net.internal.stream.StreamTransport;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.spi.Transport;

/** Connects and listens by address, on one engine. */
final class EngineGotalk implements Gotalk {

    private static final int GOING_AWAY = 1001;

    private final Engine engine;
    private final Threads threads;
    private final TlsLayer tls;
    private final Dialing dialing;
    private final ReconnectingSocks reconnecting = new ReconnectingSocks();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    EngineGotalk(Engine engine, Threads threads) {
        this.engine = engine;
        this.threads = threads;
        this.tls = new TlsLayer(threads.executor(), threads.scheduler());
        this.dialing = new Dialing(engine, threads, tls);
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
        Handlers handlers = options.handlers().orElseGet(engine::handlers);
        return dial(Address.of(address), options, handlers).thenApply(sock -> sock);
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
                handlers -> dial(where, options.connect(), handlers));
        reconnecting.start(sock, sock::start);
        return sock;
    }

    private CompletionStage<EngineSock> dial(Address address, ConnectOptions options, Handlers handlers) {
        return dialing.dial(dialer(address, options), address.toString(), handlers, options.timeout());
    }

    private Dialer dialer(Address address, ConnectOptions options) {
        return switch (address.scheme()) {
            case TCP -> dialing.tcp(address.host(), address.port());
            case UNIX -> dialing.unix(address.file());
            case TLS -> dialing.tls(dialing.tcp(address.host(), address.port()), client(address, options));
            case WS -> dialing.webSocket(tunnelled(address, options), target(address, options));
            case WSS ->
                dialing.webSocket(
                        dialing.tls(tunnelled(address, options), client(address, options)), target(address, options));
        };
    }

    private static TlsClient client(Address address, ConnectOptions options) {
        return new TlsClient(
                () -> options.tls().clientEngine(address), options.tls().hostToCheck(address));
    }

    private Dialer tunnelled(Address address, ConnectOptions options) {
        WebSocketOptions webSocket = options.webSocket();
        return dialing.throughProxy(
                new ProxyTarget(address.host(), address.port(), address.scheme().isSecure()),
                webSocket.proxy().orElseGet(ProxySelector::getDefault),
                webSocket.proxyCredentials());
    }

    private static WebSocketTarget target(Address address, ConnectOptions options) {
        WebSocketOptions webSocket = options.webSocket();
        return new WebSocketTarget(
                address.uri(), address.hostHeader(), webSocket::handshakeHeaders, webSocket.subprotocols());
    }

    @Override
    public Listener listen(String address, ListenOptions options) throws IOException {
        Address where = Address.of(address);
        PeerAcceptor acceptor = acceptor(where, options);
        Sockets sockets = threads.sockets();
        BoundSocket socket = where.scheme() == Scheme.UNIX
                ? BoundSocket.unix(where.file().getPath(), options.backlog(), options.permissions())
                : BoundSocket.tcp(where.resolved(), options.backlog());
        URI found = where.scheme() == Scheme.UNIX ? where.uri() : where.withPort(socket.port());
        SocketListener accepting = SocketListener.start(sockets, socket, options.maxConnections(), acceptor);
        Listener listener = new OpenListener(found, accepting);
        listeners.add(listener);
        accepting.closed().thenRun(() -> listeners.remove(listener));
        return listener;
    }

    private PeerAcceptor acceptor(Address address, ListenOptions options) {
        Handlers handlers = options.handlers().orElseGet(engine::handlers);
        return switch (address.scheme()) {
            case TCP, UNIX -> new PlainAcceptor(engine, threads, handlers);
            case TLS -> {
                options.tls().checkForListening(address);
                yield new TlsAcceptor(engine, threads, tls, options.tls()::serverEngine, handlers);
            }
            case WS, WSS ->
                throw new IllegalArgumentException("\"" + address + "\": WebSockets need a Jakarta EE server;"
                        + " use a tcp:, tls: or unix: address");
        };
    }

    @Override
    public List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    @Override
    public Sock adopt(SocketChannel connected) throws IOException {
        return engine.connect(threads.sockets().adopt(connected), Peer.at(PeerAddress.of(connected, "tcp")));
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
        engine.end();
    }

    private static void close(Listener listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A listener at the address that was asked for, with the port that it got. */
    private record OpenListener(URI address, SocketListener accepting) implements Listener {

        @Override
        public int connections() {
            return accepting.connections();
        }

        @Override
        public void close() throws IOException {
            accepting.close();
        }
    }
}
