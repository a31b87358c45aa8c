package org.gotalk.jakarta.websocket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.engine.Scheduler;

/** Time that stands still. What is scheduled runs when the test says so. */
final class StandingClock implements Scheduler {

    private final List<Runnable> scheduled = new ArrayList<>();

    @Override
    public synchronized Cancellable schedule(Runnable task, Duration delay) {
        scheduled.add(task);
        return () -> cancel(task);
    }

    private synchronized void cancel(Runnable task) {
        scheduled.remove(task);
    }

    /** Runs what is scheduled and was not cancelled. */
    void runAll() {
        List<Runnable> due;
        synchronized (this) {
            due = List.copyOf(scheduled);
            scheduled.clear();
        }
        due.forEach(Runnable::run);
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public long epochSeconds() {
        return 0;
    }
}
