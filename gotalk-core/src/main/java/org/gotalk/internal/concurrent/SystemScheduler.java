package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A scheduler with the system clocks and an executor service. */
public final class SystemScheduler implements Scheduler {

    private final ScheduledExecutorService service;

    /** On a service that the caller owns and shuts down. */
    public SystemScheduler(ScheduledExecutorService service) {
        this.service = service;
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        try {
            Future<?> scheduled = service.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            return Cancellable.DROPPED; // the service has been shut down
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long epochSeconds() {
        return System.currentTimeMillis() / 1000;
    }
}
