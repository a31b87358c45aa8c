package org.gotalk.testing;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.gotalk.internal.concurrent.Scheduler;

/** Time that stands still until a test moves it. Tasks run on the thread that does. */
public final class ManualScheduler implements Scheduler {

    private static final long EPOCH = 1_800_000_000L;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final AtomicLong order = new AtomicLong();
    private long now;

    @Override
    public synchronized Cancellable schedule(Runnable action, Duration delay) {
        Task task = new Task(now + delay.toNanos(), order.incrementAndGet(), action);
        tasks.add(task);
        return () -> cancel(task);
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized long epochSeconds() {
        return EPOCH + Duration.ofNanos(now).toSeconds();
    }

    /** Lets this much time pass, and runs what comes due, each at its own time. */
    public void advance(Duration span) {
        long end = nanoTime() + span.toNanos();
        for (Task task = due(end); task != null; task = due(end)) {
            task.action.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    /** How many tasks are still to run. */
    public synchronized int pending() {
        return tasks.size();
    }

    private synchronized Task due(long end) {
        if (tasks.isEmpty() || tasks.peek().at > end) {
            return null;
        }
        now = Math.max(now, tasks.peek().at);
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
