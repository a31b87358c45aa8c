package org.gotalk.internal.engine.inbound;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.engine.shared.DispatchHeuristic;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.shared.Turn;
import org.gotalk.internal.engine.shared.TurnRunner;
import org.gotalk.internal.wire.message.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The peer's requests that wait for a permit, and the turns in which workers run them.
 *
 * <p>In one turn a worker runs requests until none is left or its slice is over. While they are {@linkplain
 * DispatchHeuristic quick}, one worker runs them all. Before a request that may be slow, another turn is queued, so
 * that a blocking handler does not delay those behind it.
 */
public final class RequestQueue implements InboundRequest.Completion {

    /** Maximum requests in one turn. */
    static final int SLICE = 64;

    private final EngineSettings settings;
    private final Limits limits;
    private final Backpressure backpressure;
    private final InboundState state;
    private final Runnable whenIdle;
    private final DispatchHeuristic heuristic;
    private final Turn turn = new RequestsTurn();
    private volatile @Nullable Opening opening;

    /**
     * Creates an empty queue.
     *
     * @param whenIdle runs on the thread that finishes the last request
     */
    public RequestQueue(EngineSettings settings, Backpressure backpressure, Runnable whenIdle) {
        this.settings = settings;
        this.limits = settings.limits();
        this.backpressure = backpressure;
        this.whenIdle = whenIdle;
        this.state = backpressure.state();
        this.heuristic = settings.workers().newHeuristic();
    }

    /**
     * Queues a request. {@link #dispatch} follows once all requests of one read are queued.
     *
     * @return whether it was queued; otherwise it must be refused
     */
    public boolean add(InboundRequest request) {
        boolean isQueued = state.add(request);
        backpressure.apply();
        return isQueued;
    }

    /**
     * Runs a non-blocking request on this thread, if there is a permit and room for its result.
     *
     * @return whether it was run; otherwise it must be queued
     */
    public boolean runHere(InboundRequest request) {
        if (!state.tryAcquire(request)) {
            return false;
        }
        settings.context().execute(() -> run(request));
        return true;
    }

    private void run(InboundRequest request) {
        EngineThread.workFor(request, () -> {
            boolean isDone = true; // also where it throws
            try {
                isDone = request.run(this);
            } finally {
                if (isDone) {
                    release(request);
                }
            }
        });
    }

    /**
     * The caller asks the peer something. If it does so for a request of the peer, that request's permit is lent until
     * the peer has answered: requests that arrive meanwhile may be what the peer needs for its answer.
     *
     * @return to be run when the peer has answered
     */
    public Runnable asksPeer() {
        Object task = EngineThread.task();
        Opening current = opening;
        if (current != null && task == current) {
            return current.asksPeer();
        }
        return task instanceof InboundRequest request && state.lend(request)
                ? lent(request)
                : RequestQueue::nothingIsLent;
    }

    private static void nothingIsLent() {}

    private Runnable lent(InboundRequest request) {
        if (state.isStuck()) {
            refuseNested(RefusalReason.STUCK);
        } else {
            dispatch();
        }
        return () -> state.reclaim(request);
    }

    /** The peer gives up a request. One that waits is dropped, and one that runs is told. */
    public void cancel(RequestId id) {
        InboundRequest request = state.cancel(id);
        if (request != null) {
            request.cancel(listeners());
            backpressure.apply();
            if (isIdle()) {
                whenIdle.run();
            }
        }
    }

    /** Queues a turn if requests may start. */
    public void dispatch() {
        if (state.claimTurn()) {
            settings.workers().enter(turn);
        } else {
            settings.workers().tellIfStuck();
        }
    }

    /** Runs one slice. */
    private void work(TurnRunner worker) {
        for (int taken = 0; taken < SLICE && !worker.isSliceOver(); taken++) {
            InboundRequest request = state.take(worker);
            if (request == null) {
                return;
            }
            backpressure.apply();
            boolean isQuick = heuristic.isQuick() && !request.mayTakeLong();
            if (!isQuick) {
                leaves(worker);
            }
            worker.begins(isQuick);
            try {
                run(request);
            } catch (RuntimeException | Error e) {
                if (isQuick) {
                    leaves(worker);
                }
                throw e;
            }
            heuristic.took(worker.now() - worker.stepBegan());
        }
        leaves(worker);
    }

    private void leaves(TurnRunner worker) {
        if (state.leaves(worker)) {
            settings.workers().enter(turn);
        }
    }

    /**
     * Lets requests run once the application has been told of the connection.
     *
     * @param opened tells it
     * @param handlersAreChosen whether the application has chosen the peer's handlers
     */
    public void openAfter(Runnable opened, BooleanSupplier handlersAreChosen) {
        Opening begun = new Opening(settings, handlersAreChosen, this::open, this::refuseEarly);
        opening = begun;
        try {
            EngineThread.workFor(begun, opened);
        } finally {
            opening = null;
            open();
        }
    }

    private void open() {
        state.open();
        dispatch();
    }

    /** The application still waits for the peer, which may wait for one of its requests. */
    private void refuseEarly() {
        if (state.refuseUntilOpen()) {
            refuseAll();
        }
    }

    /** Whether requests may run. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /** Refuses further requests: the connection is draining. */
    public void refuseFurther() {
        state.drain();
    }

    /** Whether no request waits or runs. */
    public boolean isIdle() {
        return state.isIdle();
    }

    /** Drops waiting requests: the connection closes, so results could not be sent. */
    public void end() {
        state.end().forEach(request -> request.abandon(listeners()));
        backpressure.apply();
    }

    /** The share of permits in use, from 0 to 1. */
    public double load() {
        return state.load();
    }

    /** Refuses a request with a retry delay; returns the bytes of the result. */
    public int refuse(InboundRequest request) {
        return refuse(request, RefusalReason.of(state));
    }

    @Override
    public void completedLater(InboundRequest request) {
        release(request);
        dispatch();
    }

    private void release(InboundRequest request) {
        if (state.release(request)) {
            whenIdle.run();
        }
    }

    private int refuse(InboundRequest request, String reason) {
        return request.refuse(RetryDelay.random(limits), reason);
    }

    /** Runs what hears that a request is not wanted any more. */
    private Executor listeners() {
        return new RetryingExecutor(settings.executor(), settings.scheduler());
    }

    private void refuseAll() {
        refused(state.drop(), RefusalReason.of(state));
    }

    private void refuseNested(String reason) {
        refused(state.dropNested(), reason);
    }

    private void refused(List<InboundRequest> dropped, String reason) {
        dropped.forEach(request -> refuse(request, reason));
        backpressure.apply();
        if (isIdle()) {
            whenIdle.run();
        }
    }

    /** The turn of this connection's requests. */
    private final class RequestsTurn extends Turn {

        @Override
        public void run(TurnRunner worker) {
            state.turnDequeued();
            settings.context().execute(() -> work(worker));
        }

        @Override
        public void refused() {
            state.turnDequeued();
            refuseAll();
        }

        /** Workers are busy elsewhere, and the wait is so long that the peer should retry. */
        @Override
        public void isLate() {
            refuseAll();
        }

        /** The peer must not wait for threads that wait for it. */
        @Override
        public void isStuck() {
            refuseNested(RefusalReason.NO_THREAD);
        }

        @Override
        public void isHeldUp(TurnRunner worker) {
            leaves(worker);
        }
    }
}
