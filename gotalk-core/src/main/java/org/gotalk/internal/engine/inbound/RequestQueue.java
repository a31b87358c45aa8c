package org.gotalk.internal.engine.inbound;

import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.DispatchHeuristic;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.Turn;
import org.gotalk.internal.engine.shared.TurnRunner;

/**
 * The peer's requests that wait for a permit, and the turns in which workers run them.
 *
 * <p>In one turn a worker runs requests until none is left or its slice is over. While they are {@linkplain
 * DispatchHeuristic quick}, one worker runs them all. Before a request that may be slow, another turn is queued, so
 * that a blocking handler does not delay those behind it.
 */
public final class RequestQueue {

    /** Maximum requests in one turn. */
    static final int SLICE = 64;

    private static final String BUSY = "too many requests, try again later";
    private static final String CLOSING = "the connection is about to close, try again later";

    private final EngineSettings settings;
    private final Limits limits;
    private final Backpressure backpressure;
    private final InboundState state;
    private final Runnable whenIdle;
    private final DispatchHeuristic heuristic;
    private final Turn turn = new RequestsTurn();

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
        if (!state.tryAcquire()) {
            return false;
        }
        settings.context().execute(() -> run(request));
        return true;
    }

    private void run(InboundRequest request) {
        if (request.run(this::completedLater)) {
            release();
        }
    }

    /** Queues a turn if requests may start. */
    public void dispatch() {
        if (state.claimTurn()) {
            settings.workers().enter(turn);
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
            run(request);
            heuristic.took(worker.now() - worker.stepBegan());
        }
        leaves(worker);
    }

    private void leaves(TurnRunner worker) {
        if (state.leaves(worker)) {
            settings.workers().enter(turn);
        }
    }

    /** Lets requests run: the application has been notified of the connection. */
    public void open() {
        state.open();
        dispatch();
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
        state.end();
        backpressure.apply();
    }

    /** The share of permits in use, from 0 to 1. */
    public double load() {
        return state.load();
    }

    /** Refuses a request with a retry delay; returns the bytes of the result. */
    public int refuse(InboundRequest request) {
        return request.refuse(RetryDelay.random(limits), state.isDraining() ? CLOSING : BUSY);
    }

    private void completedLater() {
        release();
        dispatch();
    }

    private void release() {
        if (state.release()) {
            whenIdle.run();
        }
    }

    private void refuseAll() {
        state.drop().forEach(this::refuse);
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

        @Override
        public void isHeldUp(TurnRunner worker) {
            leaves(worker);
        }
    }
}
