package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Time, and tasks that run later. One serves all connections of an engine. Its tasks are short and never block; they
 * may run on any thread.
 */
public interface Scheduler {

    /** Runs a task once, after a delay. */
    Cancellable schedule(Runnable task, Duration delay);

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

        /** Keeps the task from running, if it has not begun. */
        void cancel();
    }
}
