package org.gotalk.internal.engine.inbound;

import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.DispatchHeuristic;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.Turn;
import org.gotalk.internal.engine.shared.Worker;

/**
 * The peer's requests that wait for a permit, and the turns in which workers run them.
 *
 * <p>In one turn a worker runs requests until none is left or the slice is over. While they are {@linkplain
 * DispatchHeuristic quick} that worker takes all that come. Before one that may take long another turn enters the line, so
 * that a handler that blocks does not hold up those behind it.
 */
public final class RequestQueue {

    /** Requests that one turn runs before others have theirs. */
    static final int SLICE = 64;

    private static final String BUSY = "too many requests, try again later";
    private static final String CLOSING = "the connection is about to close, try again later";

    private final EngineSettings settings;
    private final Limits limits;
    private final Backpressure backpressure;
    private final DispatchState state;
    private final Runnable whenIdle;
    private final DispatchHeuristic heuristic;
    private final Turn turn = new RequestsTurn();

    /** What is told when the last request is over runs on the thread that finished it. */
    public RequestQueue(EngineSettings settings, Backpressure backpressure, Runnable whenIdle) {
        this.settings = settings;
        this.limits = settings.limits();
        this.backpressure = backpressure;
        this.whenIdle = whenIdle;
        this.state = backpressure.state();
        this.heuristic = settings.workers().newHeuristic();
    }

    /**
     * Queues a request. {@link #dispatch} is to be called when those of the same read are all queued.
     *
     * @return whether it was queued; otherwise it is to be refused
     */
    public boolean add(InboundRequest request) {
        boolean isQueued = state.add(request);
        backpressure.apply();
        return isQueued;
    }

    /**
     * Runs a request that does not block on this thread, if there is a permit and room for its answer.
     *
     * @return whether it was run; otherwise it is to be queued like any other
     */
    public boolean runHere(InboundRequest request) {
        if (!state.begin()) {
            return false;
        }
        settings.context().execute(() -> run(request));
        return true;
    }

    private void run(InboundRequest request) {
        if (request.run(this::answeredLater)) {
            release();
        }
    }

    /** Sees to it that requests run as far as the permits allow. */
    public void dispatch() {
        if (state.wantsTurn()) {
            settings.workers().enter(turn);
        }
    }

    /** One slice. */
    private void work(Worker worker) {
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

    private void leaves(Worker worker) {
        if (state.leaves(worker)) {
            settings.workers().enter(turn);
        }
    }

    /** The application knows the connection now; requests may run. */
    public void open() {
        state.open();
        dispatch();
    }

    /** Whether the application knows the connection. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /** The connection is to end when those that are here have been answered. */
    public void refuseFurther() {
        state.takeNoMore();
    }

    /** Whether no request waits or runs. */
    public boolean isIdle() {
        return state.isIdle();
    }

    /** The connection closes or has ended: what waits is dropped, since nobody can be answered. */
    public void end() {
        state.end();
        backpressure.apply();
    }

    /** The share of the permits that are in use, from 0 to 1. */
    public double load() {
        return state.load();
    }

    /** Refuses a request for the time being; how many bytes that takes. */
    public int refuse(InboundRequest request) {
        return request.refuse(RetryDelay.random(limits), state.takesNoMore() ? CLOSING : BUSY);
    }

    private void answeredLater() {
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
        public void run(Worker worker) {
            state.turnLeftLine();
            settings.context().execute(() -> work(worker));
        }

        @Override
        public void refused() {
            state.turnLeftLine();
            refuseAll();
        }

        /** Workers are at work elsewhere, and none has come for so long that the peer had better try again. */
        @Override
        public void isLate() {
            refuseAll();
        }

        @Override
        public void isHeldUp(Worker worker) {
            leaves(worker);
        }
    }
}
