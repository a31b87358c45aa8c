package org.gotalk.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.engine.Engine;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.spi.Transport;

/**
 * Connects to peers and accepts connections, by address: {@code tcp://host:port}, {@code tls://host:port}, {@code
 * unix:/path}; connects also to WebSocket servers: {@code ws://host/path}, {@code wss://host/path}. One instance serves
 * any number of connections with a few threads; a process rarely needs a second one.
 *
 * <pre>{@code
 * try (Gotalk gotalk = Gotalk.create()) {
 *     Sock sock = gotalk.connect("tcp://localhost:4001");
 *     System.out.println(sock.request("greet", "Ann", String.class));
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface Gotalk extends AutoCloseable {

    /** An instance without handlers, with all defaults. */
    static Gotalk create() {
        return builder().build();
    }

    /** An instance with handlers, with all other defaults. */
    static Gotalk serving(Handlers handlers) {
        return builder().handlers(handlers).build();
    }

    /** A builder with the defaults. */
    static GotalkBuilder builder() {
        return new GotalkBuilder();
    }

    /**
     * An instance on an existing engine, which may have further connections, such as the WebSockets of a Jakarta
     * server. Closing it closes the engine's connections, but not its executor and scheduler.
     *
     * @param threads creates the selector threads on first use; they end when this is closed
     */
    @SuppressWarnings("exports") // engines are for our own modules
    static Gotalk on(Engine engine, ThreadFactory threads) {
        return new EngineGotalk(
                engine, new Threads(engine.executor(), engine.scheduler(), threads, GotalkBuilder.SELECTORS));
    }

    /**
     * Connects to a peer and waits for the handshake.
     *
     * @throws IllegalArgumentException if the address is invalid; the message says what is expected
     * @throws ConnectFailedException if there is no connection within the default timeout
     */
    default Sock connect(String address) {
        return connect(address, ConnectOptions.defaults());
    }

    /** As {@link #connect(String)}, with options. */
    Sock connect(String address, ConnectOptions options);

    /**
     * As {@link #connect(String, ConnectOptions)}, without waiting.
     *
     * @return the connection; fails with {@link ConnectFailedException}
     */
    CompletionStage<Sock> connectAsync(String address, ConnectOptions options);

    /**
     * Connects to a peer, and reconnects whenever the connection is lost or cannot be made. Does not wait: messages are
     * queued until there is a connection.
     *
     * @throws IllegalArgumentException if the address is invalid
     * @throws IllegalStateException if this is closed
     */
    default ReconnectingSock stayConnected(String address) {
        return stayConnected(address, ReconnectOptions.defaults());
    }

    /** As {@link #stayConnected(String)}, with options. */
    ReconnectingSock stayConnected(String address, ReconnectOptions options);

    /**
     * Accepts connections.
     *
     * @throws IllegalArgumentException if the address is invalid
     * @throws IOException if the address is not available, for example because it is in use
     */
    default Listener listen(String address) throws IOException {
        return listen(address, ListenOptions.defaults());
    }

    /** As {@link #listen(String)}, with options. */
    Listener listen(String address, ListenOptions options) throws IOException;

    /** The open listeners, oldest first. */
    List<Listener> listeners();

    /**
     * Uses a connected TCP or Unix-domain socket.
     *
     * @return the connection; its handshake is in progress
     * @throws IOException if the channel is closed
     */
    Sock adopt(SocketChannel connected) throws IOException;

    /**
     * Uses a pair of streams as a connection, such as those of a process or an SSH session. The streams block, so a
     * thread of the executor reads for the lifetime of the connection.
     *
     * @param name the name of the peer, for logs
     * @return the connection; its handshake is in progress
     */
    Sock adopt(InputStream in, OutputStream out, String name);

    /**
     * Uses a custom transport.
     *
     * @param connected a transport that is not started
     * @param peer what is known of the other end
     * @return the connection; its handshake is in progress
     * @throws IllegalStateException if this is closed
     */
    Sock adopt(Transport connected, Peer peer);

    /**
     * Connects to another instance in this JVM, in memory. Messages of both sides are delivered on this instance's
     * executor.
     *
     * @param other the other instance
     * @return this side of the connection; its handshake is in progress. The handlers of the other instance get the
     *     other side
     * @throws IllegalStateException if one of the two is closed
     */
    Sock pipe(Gotalk other);

    /**
     * Stops accepting connections, and closes the open ones when their work is done, as {@link Sock#drain} does: first
     * accepted connections, then those that this side made, which the former may still need.
     *
     * @param grace the maximum duration
     * @return completes when all have closed
     */
    CompletionStage<Void> drain(Duration grace);

    /** Closes all listeners, the connections after what they have queued, and the threads of this instance. */
    @Override
    void close();
}
