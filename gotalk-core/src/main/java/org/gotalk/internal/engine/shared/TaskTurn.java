package org.gotalk.internal.engine.shared;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.internal.concurrent.Scheduler;

/** A task that runs once on a worker. */
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
     * Creates a turn that is not queued.
     *
     * @param heuristic shared by tasks of this kind
     */
    TaskTurn(Runnable task, DispatchHeuristic heuristic, Workers workers) {
        this.task = task;
        this.heuristic = heuristic;
        this.workers = workers;
    }

    @Override
    public void run(Worker worker) {
        heuristic.run(task);
    }

    /** An accepted task, for which a worker was starting, is retried. */
    @Override
    public void refused() {
        if (!state.compareAndSet(State.ENTERING, State.REFUSED)) {
            if (workers.enterLater(this) == Scheduler.Cancellable.DROPPED) {
                task.run(); // the scheduler is shut down
            }
        }
    }

    /**
     * Marks the task as accepted.
     *
     * @throws RejectedExecutionException if the executor has no thread for it
     */
    void isAccepted() {
        if (!state.compareAndSet(State.ENTERING, State.ACCEPTED)) {
            throw new RejectedExecutionException("the executor has no free thread");
        }
    }
}
