package org.gotalk.engine;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One timer for all connections of an engine, which looks a few milliseconds later at whatever asked for it. */
final class Watch {

    /** So long after it is asked for, at most. */
    static final Duration INTERVAL = Duration.ofMillis(5);

    private final Scheduler scheduler;
    private final Queue<Runnable> looks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();

    Watch(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The time of the scheduler. */
    long nanoTime() {
        return scheduler.nanoTime();
    }

    /** Looks once. What is run is brief, and may ask again. */
    void once(Runnable look) {
        looks.add(look);
        if (!isScheduled.compareAndSet(false, true)) {
            return;
        }
        try {
            Scheduler.Cancellable unused = scheduler.schedule(this::look, INTERVAL);
        } catch (RejectedExecutionException e) {
            // The application ends, and with it all connections.
            isScheduled.set(false);
        }
    }

    private void look() {
        isScheduled.set(false);
        for (int due = looks.size(); due > 0; due--) {
            Runnable look = looks.poll();
            if (look != null) {
                look.run();
            }
        }
    }
}
