package org.gotalk.internal.engine.inbound;

import org.gotalk.Limits;
import org.gotalk.internal.engine.outbound.Outbox;
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
    private final Outbox outbox;
    private final Runnable whenIdle;
    private final DispatchState waiting;
    private final DispatchHeuristic heuristic;
    private final Turn turn = new RequestsTurn();

    /** What is told when the last request is over runs on the thread that finished it. */
    RequestQueue(EngineSettings settings, Backpressure backpressure, Outbox outbox, Runnable whenIdle) {
        this.settings = settings;
        this.limits = settings.limits();
        this.backpressure = backpressure;
        this.outbox = outbox;
        this.whenIdle = whenIdle;
        this.waiting = new DispatchState(limits.maxConcurrentRequests());
        this.heuristic = settings.workers().newHeuristic();
    }

    /**
     * Queues a request. {@link #dispatch} is to be called when those of the same read are all queued.
     *
     * @return whether it was queued; otherwise it is to be refused
     */
    boolean add(InboundRequest request) {
        backpressure.entered(request.size());
        if (waiting.add(request)) {
            return true;
        }
        backpressure.left(request.size());
        return false;
    }

    /**
     * Runs a request that does not block on this thread, if there is a permit and room for its answer.
     *
     * @return whether it was run; otherwise it is to be queued like any other
     */
    boolean runHere(InboundRequest request) {
        if (outbox.isFull() || !waiting.begin()) {
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
    void dispatch() {
        if (waiting.wantsTurn()) {
            settings.workers().enter(turn);
        }
    }

    /** One slice. */
    private void work(Worker worker) {
        for (int taken = 0; taken < SLICE && !worker.isSliceOver(); taken++) {
            InboundRequest request = waiting.take(worker, outbox.isFull());
            if (request == null) {
                break;
            }
            backpressure.left(request.size());
            boolean isQuick = heuristic.isQuick() && !request.mayTakeLong();
            if (!isQuick) {
                waiting.leaves(worker);
                dispatch();
            }
            worker.begins(isQuick);
            run(request);
            heuristic.took(worker.now() - worker.stepBegan());
        }
        waiting.leaves(worker);
        if (!outbox.isFull()) {
            dispatch();
        }
    }

    /** The application knows the connection now; requests may run. */
    void open() {
        waiting.open();
        dispatch();
    }

    /** Whether the application knows the connection. */
    boolean isOpen() {
        return waiting.isOpen();
    }

    /** The connection is to end when those that are here have been answered. */
    void refuseFurther() {
        waiting.takeNoMore();
    }

    /** Whether no request waits or runs. */
    boolean isIdle() {
        return waiting.isIdle();
    }

    /** The connection closes or has ended: what waits is dropped, since nobody can be answered. */
    void end() {
        waiting.end().forEach(request -> backpressure.left(request.size()));
    }

    /** The share of the permits that are in use, from 0 to 1. */
    double load() {
        return waiting.load();
    }

    /** Refuses a request for the time being; how many bytes that takes. */
    int refuse(InboundRequest request) {
        return request.refuse(RetryDelay.random(limits), waiting.takesNoMore() ? CLOSING : BUSY);
    }

    private void answeredLater() {
        release();
        dispatch();
    }

    private void release() {
        if (waiting.release()) {
            whenIdle.run();
        }
    }

    private void refuseAll() {
        for (InboundRequest request : waiting.drop()) {
            backpressure.left(request.size());
            refuse(request);
        }
        if (isIdle()) {
            whenIdle.run();
        }
    }

    /** The turn of this connection's requests. */
    private final class RequestsTurn extends Turn {

        @Override
        void run(Worker worker) {
            waiting.turnLeftLine();
            settings.context().execute(() -> work(worker));
        }

        @Override
        void refused() {
            waiting.turnLeftLine();
            refuseAll();
        }

        /** Workers are at work elsewhere, and none has come for so long that the peer had better try again. */
        @Override
        void isLate() {
            refuseAll();
        }

        @Override
        void isHeldUp(Worker worker) {
            waiting.leaves(worker);
            dispatch();
        }
    }
}
