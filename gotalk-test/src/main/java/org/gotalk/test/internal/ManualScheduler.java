package org.gotalk.test.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/** Time that stands still until a test moves it. Tasks run on the thread that does. */
public final class ManualScheduler implements Scheduler {

    private static final Instant BEGINNING = Instant.parse("2030-01-01T00:00:00Z");

    private final ReentrantLock moving = new ReentrantLock();

    @GuardedBy("this")
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();

    @GuardedBy("this")
    private long order;

    @GuardedBy("this")
    private long now;

    /** Begins on the first day of 2030. */
    public ManualScheduler() {}

    @Override
    public synchronized Cancellable schedule(Runnable action, Duration delay) {
        Task task = new Task(now + delay.toNanos(), order++, action);
        tasks.add(task);
        return () -> cancel(task);
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public long epochSeconds() {
        return now().getEpochSecond();
    }

    /** The wall clock. */
    public synchronized Instant now() {
        return BEGINNING.plusNanos(now);
    }

    /** Lets time pass, and runs the tasks that come due, each at its own time. */
    public void advance(Duration span) {
        advance(span, () -> {});
    }

    /** As {@link #advance(Duration)}, with an action after each task. */
    public void advance(Duration span, Runnable afterEach) {
        moving.lock();
        try {
            long end = nanoTime() + span.toNanos();
            for (Task task = due(end); task != null; task = due(end)) {
                task.action.run();
                afterEach.run();
            }
            synchronized (this) {
                now = end;
            }
        } finally {
            moving.unlock();
        }
    }

    /** As {@link #advance(Duration)}, unless another thread does that. */
    void nudge(Duration span) {
        if (moving.tryLock()) {
            try {
                advance(span);
            } finally {
                moving.unlock();
            }
        }
    }

    /** The number of tasks that have not run. */
    public synchronized int pending() {
        return tasks.size();
    }

    private synchronized @Nullable Task due(long end) {
        Task first = tasks.peek();
        if (first == null || first.at > end) {
            return null;
        }
        now = Math.max(now, first.at);
        return tasks.poll();
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private record Task(long at, long order, Runnable action) implements Comparable<Task> {

        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
