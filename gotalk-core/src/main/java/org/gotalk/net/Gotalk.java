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
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.WaitInterruptedException;
import org.gotalk.engine.Engine;
import org.gotalk.engine.PatientExecutor;
import org.gotalk.net.stream.StreamTransport;
import org.gotalk.net.tls.TlsLayer;
import org.gotalk.transport.Pipe;

/**
 * Connects to peers and accepts them, by address: {@code tcp://host:port}, {@code tls://host:port}, {@code unix:/path}.
 * Connects to WebSocket servers, too: {@code ws://host/path}, {@code wss://host/path}. One serves any number of
 * connections of both roles with a few threads; a process rarely needs a second one.
 *
 * <pre>{@code
 * try (Gotalk gotalk = Gotalk.create()) {
 *     Sock sock = gotalk.connect("tcp://localhost:4001");
 *     System.out.println(sock.request("greet", "Ann", String.class));
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread.
 */
public final class Gotalk implements AutoCloseable {

    private static final int GOING_AWAY = 1001;

    private final Engine engine;
    private final Threads threads;
    private final Limits limits;
    private final TlsLayer tls;
    private final Dialing dialing;
    private final StayingSocks staying = new StayingSocks();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Gotalk(Engine engine, Threads threads, Limits limits) {
        this.engine = engine;
        this.threads = threads;
        this.limits = limits;
        this.tls = new TlsLayer(threads.executor(), threads.scheduler());
        this.dialing = new Dialing(engine, threads, tls, limits);
    }

    /** One that offers nothing to its peers, with all defaults. */
    public static Gotalk create() {
        return builder().build();
    }

    /** One that offers this to its peers, with all other defaults. */
    public static Gotalk serving(Handlers handlers) {
        return builder().handlers(handlers).build();
    }

    /** For other than the defaults. */
    public static GotalkBuilder builder() {
        return new GotalkBuilder();
    }

    /**
     * Connects to a peer, and waits for the handshake of both.
     *
     * @throws IllegalArgumentException when that is no address; the message says what would be
     * @throws ConnectFailedException when there is no connection within the default time
     */
    public Sock connect(String address) {
        return connect(address, ConnectOptions.defaults());
    }

    /** As {@link #connect(String)}, with options. */
    public Sock connect(String address, ConnectOptions options) {
        CompletableFuture<Sock> connecting = connectAsync(address, options).toCompletableFuture();
        try {
            return connecting.get();
        } catch (InterruptedException e) {
            CompletableFuture<?> unused = connecting.thenAccept(Sock::close);
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("a connection to " + address, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /**
     * As {@link #connect(String, ConnectOptions)}, without waiting.
     *
     * @return the connection; fails with {@link ConnectFailedException}
     */
    public CompletionStage<Sock> connectAsync(String address, ConnectOptions options) {
        return dialing.dial(Address.of(address), options).thenApply(sock -> sock);
    }

    /**
     * Connects to a peer, and again whenever the connection is lost or cannot be made. Does not wait: what is sent
     * meanwhile waits for the connection.
     *
     * @throws IllegalArgumentException when that is no address
     * @throws IllegalStateException when this is closed
     */
    public ReconnectingSock stayConnected(String address) {
        return stayConnected(address, ReconnectOptions.defaults());
    }

    /** As {@link #stayConnected(String)}, with options. */
    public ReconnectingSock stayConnected(String address, ReconnectOptions options) {
        Address where = Address.of(address);
        StayingSock sock = new StayingSock(
                address,
                options,
                engine,
                threads.scheduler(),
                threads.executor(),
                () -> ThreadLocalRandom.current().nextDouble(),
                handlers -> dialing.dial(where, options.connect().handlers(handlers)));
        staying.start(sock);
        return sock;
    }

    /**
     * Accepts connections.
     *
     * @throws IllegalArgumentException when that is no address
     * @throws IOException when the address cannot be had, because it is in use, say
     */
    public Listener listen(String address) throws IOException {
        return listen(address, ListenOptions.defaults());
    }

    /** As {@link #listen(String)}, with options. */
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
                throw new IllegalArgumentException("\"" + address + "\": WebSockets are accepted by a server"
                        + " of Jakarta EE; here you can listen at tcp:, tls: and unix: addresses");
        };
        Listener listener = SocketListener.start(threads.sockets(), where, options, begin);
        listeners.add(listener);
        return listener;
    }

    /**
     * Takes over a connection that somebody else has made, over TCP or a Unix-domain socket.
     *
     * @return the connection, whose handshake is under way
     * @throws IOException when it is closed
     */
    public Sock adopt(SocketChannel connected) throws IOException {
        return engine.connect(threads.sockets().adopt(connected), remote(connected));
    }

    /**
     * Takes any pair of streams for a connection: those of a process, or of an SSH session. They block, so a thread of
     * the executor reads for as long as the connection is there.
     *
     * @param name what the peer is called, for logs
     * @return the connection, whose handshake is under way
     */
    public Sock adopt(InputStream in, OutputStream out, String name) {
        return engine.connect(new StreamTransport(in, out, threads.executor()), Peer.at(name));
    }

    /**
     * Connects to another one in this JVM, through memory. What either side sends is delivered on this one's executor.
     *
     * @param other serves this side as any peer, and may ask it as well
     * @return this side's end, whose handshake is under way; the other's is the peer that its handlers see
     * @throws IllegalStateException when one of the two is closed
     */
    public Sock pipe(Gotalk other) {
        Pipe pipe = Pipe.on(new PatientExecutor(threads.executor(), threads.scheduler()));
        Peer peer = Peer.at("pipe");
        Sock own = engine.connect(pipe.left(), peer);
        try {
            other.engine.connect(pipe.right(), peer);
        } catch (IllegalStateException closed) {
            pipe.right().close(GOING_AWAY, "the other side is closed");
            throw closed;
        }
        return own;
    }

    /**
     * Accepts no more connections, and ends those that there are once their work is done, as {@link Sock#drain} does.
     *
     * @param grace how long that may take at most
     * @return completes when all have ended
     */
    public CompletionStage<Void> drain(Duration grace) {
        listeners.forEach(Gotalk::close);
        CompletableFuture<Void> stayed = staying.drain(grace);
        return CompletableFuture.allOf(stayed, engine.drain(grace).toCompletableFuture());
    }

    /** Ends everything: addresses, connections after what they have queued, and threads that are its own. */
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
