package org.gotalk.internal.engine.shared;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
    private final Function<Turn, Scheduler.Cancellable> enterLater;
    private final AtomicReference<State> state = new AtomicReference<>(State.ENTERING);

    /**
     * Creates a turn that is not queued.
     *
     * @param heuristic shared by tasks of this kind
     * @param enterLater queues a turn when the executor may have a thread again
     */
    TaskTurn(Runnable task, DispatchHeuristic heuristic, Function<Turn, Scheduler.Cancellable> enterLater) {
        this.task = task;
        this.heuristic = heuristic;
        this.enterLater = enterLater;
    }

    @Override
    public void run(TurnRunner runner) {
        heuristic.run(task);
    }

    /** An accepted task, for which a worker was starting, is retried. */
    @Override
    public void refused() {
        if (!state.compareAndSet(State.ENTERING, State.REFUSED)) {
            if (enterLater.apply(this) == Scheduler.Cancellable.DROPPED) {
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
