package org.gotalk.internal.engine.shared;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** A task that is run once on a worker. */
final class TaskTurn extends Turn {

    private enum State {
        ENTERING,
        ACCEPTED,
        REFUSED
    }

    private final Runnable task;
    private final DispatchHeuristic heuristic;
    private final Workers workers;
    private final AtomicReference<State> state = new AtomicReference<>(State.ENTERING);

    /**
     * A task that is not in the line yet.
     *
     * @param heuristic shared by tasks of its kind
     */
    TaskTurn(Runnable task, DispatchHeuristic heuristic, Workers workers) {
        this.task = task;
        this.heuristic = heuristic;
        this.workers = workers;
    }

    @Override
    void run(Worker worker) {
        heuristic.run(task);
    }

    /** What was accepted a moment ago, because a worker was on its way, tries again. */
    @Override
    void refused() {
        if (!state.compareAndSet(State.ENTERING, State.REFUSED)) {
            try {
                workers.enterLater(this);
            } catch (RejectedExecutionException ended) {
                task.run(); // nobody else ever will
            }
        }
    }

    /**
     * The task is in the line now.
     *
     * @throws RejectedExecutionException when it is not, because the executor has no thread for it
     */
    void isAccepted() {
        if (!state.compareAndSet(State.ENTERING, State.ACCEPTED)) {
            throw new RejectedExecutionException("the executor has no thread for it");
        }
    }
}
