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
import org.gotalk.spi.Transport;

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
public interface Gotalk extends AutoCloseable {

    /** One that offers nothing to its peers, with all defaults. */
    static Gotalk create() {
        return builder().build();
    }

    /** One that offers this to its peers, with all other defaults. */
    static Gotalk serving(Handlers handlers) {
        return builder().handlers(handlers).build();
    }

    /** For other than the defaults. */
    static GotalkBuilder builder() {
        return new GotalkBuilder();
    }

    /**
     * One for an engine that is there already, beside what else carries connections for it, such as the WebSockets of a
     * Jakarta server. It ends the engine's connections when it is closed, but neither its executor nor its scheduler.
     *
     * @param threads makes the few threads that wait for sockets, when they are needed; they end when it is closed
     */
    @SuppressWarnings("exports") // engines are for our own modules
    static Gotalk on(Engine engine, ThreadFactory threads) {
        return new EngineGotalk(
                engine, new Threads(engine.executor(), engine.scheduler(), threads, GotalkBuilder.SELECTORS));
    }

    /**
     * Connects to a peer, and waits for the handshake of both.
     *
     * @throws IllegalArgumentException when that is no address; the message says what would be
     * @throws ConnectFailedException when there is no connection within the default time
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
     * Connects to a peer, and again whenever the connection is lost or cannot be made. Does not wait: what is sent
     * meanwhile waits for the connection.
     *
     * @throws IllegalArgumentException when that is no address
     * @throws IllegalStateException when this is closed
     */
    default ReconnectingSock stayConnected(String address) {
        return stayConnected(address, ReconnectOptions.defaults());
    }

    /** As {@link #stayConnected(String)}, with options. */
    ReconnectingSock stayConnected(String address, ReconnectOptions options);

    /**
     * Accepts connections.
     *
     * @throws IllegalArgumentException when that is no address
     * @throws IOException when the address cannot be had, because it is in use, say
     */
    default Listener listen(String address) throws IOException {
        return listen(address, ListenOptions.defaults());
    }

    /** As {@link #listen(String)}, with options. */
    Listener listen(String address, ListenOptions options) throws IOException;

    /** The addresses where connections are accepted now, in the order in which that began. */
    List<Listener> listeners();

    /**
     * Takes over a connection that somebody else has made, over TCP or a Unix-domain socket.
     *
     * @return the connection, whose handshake is under way
     * @throws IOException when it is closed
     */
    Sock adopt(SocketChannel connected) throws IOException;

    /**
     * Takes any pair of streams for a connection: those of a process, or of an SSH session. They block, so a thread of
     * the executor reads for as long as the connection is there.
     *
     * @param name what the peer is called, for logs
     * @return the connection, whose handshake is under way
     */
    Sock adopt(InputStream in, OutputStream out, String name);

    /**
     * Takes over what carries a connection in a way of its own.
     *
     * @param connected not started yet
     * @param peer what is known of the other end
     * @return the connection, whose handshake is under way
     * @throws IllegalStateException when this is closed
     */
    Sock adopt(Transport connected, Peer peer);

    /**
     * Connects to another one in this JVM, through memory. What either side sends is delivered on this one's executor.
     *
     * @param other serves this side as any peer, and may ask it as well
     * @return this side's end, whose handshake is under way; the other's is the peer that its handlers see
     * @throws IllegalStateException when one of the two is closed
     */
    Sock pipe(Gotalk other);

    /**
     * Accepts no more connections, and ends those that there are once their work is done, as {@link Sock#drain} does:
     * first those of peers that came here, then those that this side has made, which may still be needed until then.
     *
     * @param grace how long that may take at most
     * @return completes when all have ended
     */
    CompletionStage<Void> drain(Duration grace);

    /** Ends everything: addresses, connections after what they have queued, and threads that are its own. */
    @Override
    void close();
}
