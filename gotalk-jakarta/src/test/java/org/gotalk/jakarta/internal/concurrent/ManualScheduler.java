package org.gotalk.jakarta.internal.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.internal.concurrent.Scheduler;

/** Runs what is scheduled when the test says so. */
public final class ManualScheduler implements Scheduler {

    final List<Runnable> scheduled = new ArrayList<>();
    int cancelled;

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        scheduled.add(task);
        return () -> {
            if (scheduled.remove(task)) {
                cancelled++;
            }
        };
    }

    public void runAll() {
        List<Runnable> due = List.copyOf(scheduled);
        scheduled.clear();
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
