package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The clock and delayed tasks. One serves all connections of an engine. Its tasks are quick and never block; they may
 * run on any thread.
 */
public interface Scheduler {

    /**
     * Runs a task once, after a delay. Never throws: after shutdown, tasks are dropped.
     *
     * @return the handle of the task; {@link Cancellable#DROPPED} if it will not run
     */
    Cancellable schedule(Runnable task, Duration delay);

    /** As {@link #schedule}; after shutdown, the task runs at once on the calling thread. */
    default Cancellable scheduleOrRun(Runnable task, Duration delay) {
        Cancellable scheduled = schedule(task, delay);
        if (scheduled == Cancellable.DROPPED) {
            task.run();
        }
        return scheduled;
    }

    /** A clock for time spans, in nanoseconds since an arbitrary point; see {@link System#nanoTime()}. */
    long nanoTime();

    /** The wall clock, in seconds since 1970. */
    long epochSeconds();

    /** A scheduled task. */
    @FunctionalInterface
    interface Cancellable {

        /** The handle of a task that will not run, after shutdown. */
        Cancellable DROPPED = () -> {};

        /** Cancels the task if it has not started. */
        void cancel();

        /** Keeps the task from running once the stage has completed. */
        default void cancelAfter(CompletionStage<?> stage) {
            stage.whenComplete((value, failure) -> cancel());
        }
    }
}
