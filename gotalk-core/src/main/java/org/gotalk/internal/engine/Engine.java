package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
 * Runs the connections of one application, over any transport and in either role: the protocol is symmetric once
 * connected.
 *
 * <p>Handlers run on the executor. One task checks the timeouts of all connections every {@link #TICK}, so an idle
 * connection needs no thread and no timer; timeouts are late by at most this interval. Thread-safe.
 */
public final class Engine implements AutoCloseable {

    /** Interval of timeout checks. */
    static final Duration TICK = Duration.ofMillis(250);

    private static final AtomicLong NEXT_ID = new AtomicLong();

    private final EngineSettings settings;
    private final Handlers handlers; // the default of peers
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> calling = ConcurrentHashMap.newKeySet(); // those opened by this side
    private final StallDetector stalls;
    private final CurrentStatus status;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean closed;

    Engine(EngineSettings settings, String name, Duration maxExecutorDelay) {
        this.settings = settings;
        this.handlers = settings.application().handlers();
        this.stalls = new StallDetector(settings.limits().writeTimeout());
        this.status = new CurrentStatus(name, settings, maxExecutorDelay, connections, () -> closed);
        settings.observer().started(status);
        scheduleTick();
    }

    /**
     * Starts a connection that is served by the application's {@link Application#handlers()}.
     *
     * @param transport connected but not started
     * @param peer what is known of the other end
     * @return the connection; its handshake is in progress
     * @throws IllegalStateException if the engine is closed
     */
    public Sock connect(Transport transport, Peer peer) {
        return connect(transport, peer, handlers);
    }

    /** As {@link #connect(Transport, Peer)}, with handlers for this peer. */
    public Sock connect(Transport transport, Peer peer, Handlers handlers) {
        return begin(transport, peer, handlers, settings, sock -> {}).sock();
    }

    /**
     * As {@link #connect(Transport, Peer, Handlers)}, with a context for this peer, such as the security identity of
     * its user. All tasks for this peer on the engine's executor run in it.
     *
     * @param context runs each task once, synchronously on the calling thread and in the context, and then restores the
     *     thread. Called on many threads at once. A task may handle many requests
     */
    public Sock connect(Transport transport, Peer peer, Handlers handlers, Executor context) {
        return connect(transport, peer, handlers, context, sock -> {});
    }

    /**
     * As {@link #connect(Transport, Peer, Handlers, Executor)}, with what is to be known of the connection before it is
     * used, such as when its credential expires.
     *
     * @param prepare called once, before anything is sent or received
     */
    public EngineSock connect(
            Transport transport, Peer peer, Handlers handlers, Executor context, Consumer<? super Sock> prepare) {
        return begin(transport, peer, handlers, settings.in(context), prepare).sock();
    }

    /**
     * Starts a connection; completes when its handshake is done.
     *
     * @param longestHandshake handshake timeout, if shorter than that of the limits
     * @return the connection, after the application has been notified; fails with {@link
     *     org.gotalk.SockClosedException} if the connection ends before
     * @throws IllegalStateException if the engine is closed
     */
    public CompletionStage<EngineSock> open(
            Transport transport, Peer peer, Handlers handlers, Duration longestHandshake) {
        Connection connection =
                begin(transport, peer, handlers, settings.handshakeWithin(longestHandshake), sock -> {});
        calling.add(connection);
        connection.futures().whenClosed().whenComplete((reason, failure) -> calling.remove(connection));
        return connection.futures().whenOpened();
    }

    private Connection begin(
            Transport transport, Peer peer, Handlers handlers, EngineSettings own, Consumer<? super Sock> prepare) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Connection connection = new Connection(
                "sock-" + NEXT_ID.incrementAndGet(), own, transport, peer, handlers, connections::remove);
        prepare.accept(connection.sock());
        connections.add(connection);
        connection.start();
        if (closed) {
            connection.close(stopped());
        }
        return connection;
    }

    /** The context of the calling thread, for what another one sends later. */
    public Executor callerContext() {
        return settings.observer().callerContext();
    }

    /** The handlers that serve peers by default. */
    public Handlers handlers() {
        return handlers;
    }

    /** The limits of each connection. */
    public Limits limits() {
        return settings.limits();
    }

    /**
     * Runs tasks on the workers that all connections share. Rejects a task if there is neither a worker nor a thread
     * for one.
     */
    public Executor executor() {
        return settings.executor();
    }

    /** The share of busy workers, from 0 to 1. At 1 further work waits. */
    public double load() {
        return settings.workers().load();
    }

    /** Tells observers that nothing more is to come. A further call has no effect. */
    public void end() {
        if (ended.compareAndSet(false, true)) {
            settings.observer().stopped(status);
        }
    }

    /**
     * The number of threads of the executor that wait for work; empty while there is work for them. The others of its
     * threads are busy.
     */
    public OptionalInt idleWorkers() {
        return settings.workers().idle();
    }

    /**
     * Waits until no handler runs, for a bounded time. Called at the end: idle workers exit.
     *
     * @return the number of busy workers
     */
    public int awaitIdle(Duration maxWait) throws InterruptedException {
        return settings.workers().end(maxWait);
    }

    /** The scheduler. */
    public Scheduler scheduler() {
        return settings.scheduler();
    }

    /** The codec of all connections. */
    public PayloadCodec codec() {
        return settings.codec();
    }

    /** The number of connections. */
    public int connections() {
        return connections.size();
    }

    /**
     * Closes all connections with {@link CloseReason.Code#GOING_AWAY}, after what they have queued. Does not wait. The
     * caller's executor and scheduler must run until the connections are closed.
     */
    @Override
    public void close() {
        closed = true;
        connections.forEach(connection -> connection.close(stopped()));
    }

    /**
     * Refuses new connections, and closes the open ones without losing work, as {@link Sock#drain} does.
     *
     * @param grace the maximum duration for each; zero as {@link #close()}
     * @return completes when all have closed and the application has been notified
     */
    public CompletionStage<Void> drain(Duration grace) {
        return drain(grace, connections);
    }

    /**
     * As {@link #drain}, except for connections that this side has {@linkplain #open opened}, which handlers of the
     * others may need. {@link #drain} follows.
     */
    public CompletionStage<Void> drainServed(Duration grace) {
        closed = true; // before the connections are listed: none is added afterwards
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
            ends.add(connection.futures().whenClosed().toCompletableFuture());
        }
        return CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    }

    private void scheduleTick() {
        settings.scheduler().schedule(this::tick, TICK);
    }

    private void tick() {
        try {
            long now = settings.scheduler().nanoTime();
            status.ticks(now);
            stalls.begin();
            connections.forEach(connection -> connection.tick(now, stalls));
            settings.workers().tick(now, settings.limits().readPause());
        } finally {
            if (!closed || !connections.isEmpty()) {
                scheduleTick();
            } else {
                end();
            }
        }
    }

    private static CloseReason stopped() {
        return CloseReason.of(CloseReason.Code.GOING_AWAY, "the application stops");
    }
}
