package org.gotalk.jakarta.internal.concurrent;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler that ends with the application. The container's scheduler outlives it: it would retain scheduled tasks,
 * and log errors for tasks of a stopped application.
 */
public final class ApplicationScheduler implements Scheduler {

    private final Scheduler container;
    private final Set<Entry> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Runs tasks on the container's scheduler. */
    public ApplicationScheduler(Scheduler container) {
        this.container = container;
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        Entry entry = new Entry(task);
        waiting.add(entry);
        Cancellable scheduled = stopped ? Cancellable.DROPPED : container.schedule(entry, delay);
        if (scheduled == Cancellable.DROPPED) {
            entry.cancel();
            return scheduled;
        }
        entry.scheduled(scheduled);
        return entry;
    }

    @Override
    public long nanoTime() {
        return container.nanoTime();
    }

    @Override
    public long epochSeconds() {
        return container.epochSeconds();
    }

    /** Cancels all scheduled tasks; further ones are dropped. */
    public void stop() {
        stopped = true;
        waiting.forEach(Entry::cancel);
    }

    private final class Entry implements Runnable, Cancellable {

        private final AtomicReference<@Nullable Runnable> task;
        private final AtomicReference<@Nullable Cancellable> handle = new AtomicReference<>();

        Entry(Runnable task) {
            this.task = new AtomicReference<>(task);
        }

        void scheduled(Cancellable newHandle) {
            handle.set(newHandle);
            if (task.get() == null) {
                newHandle.cancel();
            }
        }

        @Override
        public void run() {
            Runnable due = task.getAndSet(null);
            waiting.remove(this);
            if (due != null) {
                due.run();
            }
        }

        @Override
        public void cancel() {
            task.set(null);
            waiting.remove(this);
            Cancellable scheduled = handle.get();
            if (scheduled != null) {
                scheduled.cancel();
            }
        }
    }
}
