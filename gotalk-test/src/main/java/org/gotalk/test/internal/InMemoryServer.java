package org.gotalk.test.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.transport.Pipe;
import org.gotalk.spi.Application;
import org.gotalk.spi.Transport;
import org.gotalk.test.internal.HandlerFailures.HandlerFailure;

/** Two engines in one JVM, that of the application and that of its peers, on the same threads and the same time. */
public final class InMemoryServer {

    private static final int NORMAL = 1000;

    /** What a test calls late is not the connection itself. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private static final Duration CERTAIN_REST = Duration.ofMillis(20);

    /** Between two looks at what else may have happened. */
    private static final Duration SHORT_WAIT = Duration.ofMillis(50);

    /** There are many steps in a minute. */
    private static final Duration SHORT_REST = Duration.ofMillis(1);

    private final TestThreads threads;
    private final Optional<PinnedThreads> pinned;
    private final HandlerFailures failures;
    private final Queue<Transport> clientEnds = new ConcurrentLinkedQueue<>();
    private final Application application;
    private final Duration patience;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Engine server;
    private final Engine clients;
    private final Rest rest;

    /** Starts. */
    public InMemoryServer(Application application, ServerSetup setup) {
        this.application = application;
        this.patience = setup.patience();
        this.pinned = setup.virtualThreads() ? Optional.of(PinnedThreads.watched()) : Optional.empty();
        this.threads = new TestThreads(pinned.map(PinnedThreads::factory).orElse(TestThreads::platform));
        this.failures = new HandlerFailures(threads::include);
        try {
            this.server = engine(application, setup.limits(), setup);
            this.clients = engine(Handlers::create, setup.limitsOfPeers(), setup);
            this.rest = new Rest(threads, List.of(server, clients));
            setup.clock().ifPresent(this::watch);
        } catch (RuntimeException | Error e) {
            failures.close();
            timer.shutdownNow();
            pinned.ifPresent(PinnedThreads::stop);
            throw e;
        }
    }

    private Engine engine(Application served, Limits limits, ServerSetup setup) {
        EngineBuilder builder = new EngineBuilder(served)
                .limits(limits)
                .executor(threads)
                .scheduler(setup.clock().<Scheduler>map(clock -> clock).orElseGet(() -> new SystemScheduler(timer)));
        setup.codec().or(application::codec).ifPresent(builder::codec);
        return builder.build();
    }

    private void watch(ManualScheduler clock) {
        long interval = HeldUpWork.INTERVAL.toMillis();
        Future<?> unused =
                timer.scheduleWithFixedDelay(new HeldUpWork(rest, clock), interval, interval, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins a connection at the server.
     *
     * @param set the set of handlers that serves the peer; empty for the default one
     */
    public MemoryConnection accept(Peer peer, Optional<String> set) {
        Handlers handlers = set.isPresent() ? application.handlers(set.get()) : server.handlers();
        Pipe pipe = Pipe.on(threads);
        EngineSock accepted = server.connect(pipe.left(), peer, handlers, Runnable::run, sock -> {});
        failures.of(accepted.id());
        MessageLog log = new MessageLog();
        Transport client = new RecordedTransport(pipe.right(), log);
        clientEnds.add(client);
        return new MemoryConnection(accepted, client, log, patience);
    }

    /**
     * Makes the other end of a connection a peer of our own. Waits for the handshake, and for the application that is told
     * of it, unless that waits for something itself.
     */
    public Sock open(MemoryConnection connection, Handlers handlers) {
        Sock opened = BoundedWait.of(
                clients.open(connection.client(), Peer.at("server"), handlers, HANDSHAKE),
                "the handshake",
                HANDSHAKE,
                connection.log());
        CompletableFuture<?> told = connection.server().opened().toCompletableFuture();
        long end = System.nanoTime() + patience.toNanos();
        while (!told.isDone() && System.nanoTime() < end && !rest.await(SHORT_WAIT, CERTAIN_REST)) {
            Thread.onSpinWait();
        }
        return opened;
    }

    /** The handlers that serve peers by default. */
    public Handlers handlers() {
        return server.handlers();
    }

    /** Waits until all messages are delivered and handled, except by handlers that wait for something. */
    public boolean awaitRest() {
        return rest.await(patience, CERTAIN_REST);
    }

    /** Lets time pass, step by step: what one step sends is handled before the next, unless a handler never rests. */
    public void advance(ManualScheduler clock, Duration span) {
        AtomicBoolean rests = new AtomicBoolean(awaitRest());
        clock.advance(span, () -> {
            if (rests.get()) {
                rests.set(rest.await(patience, SHORT_REST));
            }
        });
        awaitRest();
    }

    /** What handlers and observers threw. */
    public List<HandlerFailure> failures() {
        return failures.all();
    }

    /**
     * Closes all connections, and forgets failures.
     *
     * @throws AssertionError if handlers have pinned virtual threads since the last time
     */
    public void reset() {
        closeConnections();
        failures.clear();
        pinned.ifPresent(PinnedThreads::check);
    }

    /** Waits until the application has been told. */
    private void closeConnections() {
        for (Transport end = clientEnds.poll(); end != null; end = clientEnds.poll()) {
            end.close(NORMAL, "the test is over");
        }
        awaitRest();
    }

    /**
     * Closes all connections and ends all threads. Handlers that still run are interrupted.
     *
     * @throws IllegalStateException if a handler does not end all the same
     * @throws AssertionError if handlers have pinned virtual threads
     */
    public void close() {
        closeConnections();
        failures.close();
        server.close();
        clients.close();
        try {
            threads.end(patience);
            pinned.ifPresent(PinnedThreads::check);
        } finally {
            timer.shutdownNow();
            pinned.ifPresent(PinnedThreads::stop);
        }
    }
}
