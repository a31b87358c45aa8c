package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.spi.Application;
import org.gotalk.spi.Transport;

/**
 * Runs connections for one application, over whatever transport carries them, in either role: Gotalk's two sides are
 * equal once they are connected.
 *
 * <p>Handlers run on the executor. One task that comes back every {@link #TICK} watches over the timeouts of all
 * connections, so that an idle connection has neither a thread nor a timer; these timeouts are that much late at most.
 * All methods may be called from any thread.
 */
public final class Engine implements AutoCloseable {

    /** How often timeouts are looked at. */
    static final Duration TICK = Duration.ofMillis(250);

    private static final AtomicLong NEXT_ID = new AtomicLong();

    private final EngineSettings settings;
    private final Handlers handlers; // of peers that are given none of their own
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> calling = ConcurrentHashMap.newKeySet(); // those of them that this side has opened
    private final StallDetector stalls;
    private volatile boolean closed;

    Engine(EngineSettings settings) {
        this.settings = settings;
        this.handlers = settings.application().handlers();
        this.stalls = new StallDetector(settings.limits().writeTimeout());
        scheduleTick();
    }

    /**
     * Begins the conversation with a peer, which is offered the application's {@link Application#handlers()}.
     *
     * @param transport connected, and not started yet
     * @param peer what is known of the other end
     * @return the connection, whose handshake is under way
     * @throws IllegalStateException when the engine is closed
     */
    public Sock connect(Transport transport, Peer peer) {
        return connect(transport, peer, handlers);
    }

    /** As {@link #connect(Transport, Peer)}, with handlers for this peer alone. */
    public Sock connect(Transport transport, Peer peer, Handlers handlers) {
        return begin(transport, peer, handlers, settings).sock();
    }

    /**
     * As {@link #connect(Transport, Peer, Handlers)}, with a context for this peer alone, such as the security identity
     * of its user. All that the application does for this peer on the engine's executor is done in it.
     *
     * @param context runs each task that it is given once, before it returns, on the thread that it is called on and in
     *     the context, and leaves the thread as it was. May be called on many threads at once. A task lasts as long as
     *     there is something to do for the peer, which may be many requests
     */
    public Sock connect(Transport transport, Peer peer, Handlers handlers, Executor context) {
        return begin(transport, peer, handlers, settings.in(context)).sock();
    }

    /**
     * Begins the conversation with a peer, and tells when the handshake is done.
     *
     * @param longestHandshake time for the peer to send its version, if that is shorter than that of the limits
     * @return the connection, once the application was told of it; fails with {@link org.gotalk.SockClosedException}
     *     when the connection ends before
     * @throws IllegalStateException when the engine is closed
     */
    public CompletionStage<EngineSock> open(
            Transport transport, Peer peer, Handlers handlers, Duration longestHandshake) {
        Connection connection = begin(transport, peer, handlers, settings.handshakeWithin(longestHandshake));
        calling.add(connection);
        connection.closed().whenComplete((reason, failure) -> calling.remove(connection));
        return connection.opened();
    }

    private Connection begin(Transport transport, Peer peer, Handlers handlers, EngineSettings own) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Connection connection = new Connection(
                "sock-" + NEXT_ID.incrementAndGet(), own, transport, peer, handlers, connections::remove);
        connections.add(connection);
        connection.start();
        if (closed) {
            connection.close(stopped());
        }
        return connection;
    }

    /** What peers are offered unless they are given handlers of their own. */
    public Handlers handlers() {
        return handlers;
    }

    /** The bounds of each connection. */
    public Limits limits() {
        return settings.limits();
    }

    /**
     * Runs tasks on the workers that all connections share, each in its turn. Refuses them where there is neither a worker
     * nor a thread for one.
     */
    public Executor executor() {
        return settings.executor();
    }

    /** The share of the workers that are busy, from 0 to 1. At 1 everything further waits. */
    public double load() {
        return settings.workers().load();
    }

    /**
     * Waits until no handler runs, for a bounded time. To be called at the end: workers linger no more.
     *
     * @return how many workers are still at work
     */
    public int awaitIdle(Duration patience) throws InterruptedException {
        return settings.workers().end(patience);
    }

    /** What keeps time. */
    public Scheduler scheduler() {
        return settings.scheduler();
    }

    /** What turns values into payloads on each connection. */
    public PayloadCodec codec() {
        return settings.codec();
    }

    /** How many connections there are. */
    public int connections() {
        return connections.size();
    }

    /**
     * Closes all connections with {@link CloseReason.Code#GOING_AWAY}, after what they have queued. Does not wait. The
     * executor and the scheduler, which the caller owns, are to be kept until the connections are gone.
     */
    @Override
    public void close() {
        closed = true;
        connections.forEach(connection -> connection.close(stopped()));
    }

    /**
     * Takes no more connections, and ends those that there are without losing work, as {@link Sock#drain} does.
     *
     * @param grace how long each may take at most; zero as {@link #close()}
     * @return completes when all have ended and the application was told so
     */
    public CompletionStage<Void> drain(Duration grace) {
        return drain(grace, connections);
    }

    /**
     * As {@link #drain}, but for the connections that this side has {@linkplain #open opened}: what is under way on the
     * others may need them. The first half of an end; {@link #drain} is the second.
     */
    public CompletionStage<Void> drainServed(Duration grace) {
        closed = true; // before the connections are looked at: none begins behind that
        Set<Connection> served = new HashSet<>(connections);
        served.removeAll(calling);
        return drain(grace, served);
    }

    private CompletionStage<Void> drain(Duration grace, Set<Connection> ending) {
        Drain.checked(grace);
        closed = true;
        List<CompletableFuture<CloseReason>> ends = new ArrayList<>();
        for (Connection connection : ending) {
            connection.drain(grace, stopped());
            ends.add(connection.closed().toCompletableFuture());
        }
        return CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    }

    private void scheduleTick() {
        settings.scheduler().schedule(this::tick, TICK);
    }

    private void tick() {
        try {
            long now = settings.scheduler().nanoTime();
            stalls.begin();
            connections.forEach(connection -> connection.tick(now, stalls));
            settings.workers().tick(now, settings.limits().readPause());
        } finally {
            if (!closed || !connections.isEmpty()) {
                scheduleTick();
            }
        }
    }

    private static CloseReason stopped() {
        return CloseReason.of(CloseReason.Code.GOING_AWAY, "the application stops");
    }
}
