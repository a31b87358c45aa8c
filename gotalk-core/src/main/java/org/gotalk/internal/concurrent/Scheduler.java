package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Time, and tasks that run later. One serves all connections of an engine. Its tasks are short and never block; they
 * may run on any thread.
 */
public interface Scheduler {

    /**
     * Runs a task once, after a delay. Never throws: once the scheduler has been shut down, tasks are dropped.
     *
     * @return the task's handle; {@link Cancellable#DROPPED} where the task will not run
     */
    Cancellable schedule(Runnable task, Duration delay);

    /** As {@link #schedule}; once the scheduler has been shut down, the task runs at once on the calling thread. */
    default Cancellable scheduleOrRun(Runnable task, Duration delay) {
        Cancellable scheduled = schedule(task, delay);
        if (scheduled == Cancellable.DROPPED) {
            task.run();
        }
        return scheduled;
    }

    /** A clock for measuring spans, in nanoseconds since an arbitrary point; see {@link System#nanoTime()}. */
    long nanoTime();

    /** The wall clock, in seconds since 1970. */
    long epochSeconds();

    /** A scheduler on a service that the caller owns and shuts down, with the system's clocks. */
    static Scheduler on(ScheduledExecutorService service) {
        return new SystemScheduler(service);
    }

    /** A task that has been scheduled. */
    @FunctionalInterface
    interface Cancellable {

        /** The handle of a task that will not run because the scheduler has been shut down. */
        Cancellable DROPPED = () -> {};

        /** Keeps the task from running, if it has not begun. */
        void cancel();

        /** Keeps the task from running once the stage has completed. */
        default void cancelAfter(CompletionStage<?> stage) {
            stage.whenComplete((value, failure) -> cancel());
        }
    }
}
