package org.gotalk.redis.internal.link;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.gotalk.redis.internal.link.RedisLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one thread of a node that has all state and calls the driver. What it is given after its end is dropped. Thread-safe.
 */
public final class EngineThread implements Executor {

    private static final long LONGEST_END_SECONDS = 10;

    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor executor;

    public EngineThread(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, threads, (task, end) -> {});
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** Runs a task after those that were given before. */
    @Override
    public void execute(Runnable task) {
        executor.execute(() -> guarded(task));
    }

    /** Runs a task later. */
    public ScheduledFuture<?> after(Duration delay, Runnable task) {
        return executor.schedule(() -> guarded(task), delay.toNanos(), NANOSECONDS);
    }

    /** Runs a task again and again until the end. */
    public void every(Duration time, Runnable task) {
        ScheduledFuture<?> unused =
                executor.scheduleWithFixedDelay(() -> guarded(task), time.toNanos(), time.toNanos(), NANOSECONDS);
    }

    /** Whether the caller is this thread. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread.get();
    }

    /** Runs a task and waits for it, unless the caller is this thread. */
    public void await(Runnable task) {
        if (isCurrent()) {
            task.run();
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        execute(() -> {
            try {
                task.run();
            } finally {
                done.countDown();
            }
        });
        await(done);
    }

    /** Waits until something has happened on this thread, for a bounded time; not at all if the caller is this thread. */
    public void await(CountDownLatch done) {
        try {
            if (!isCurrent() && !done.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a thread of the engine is stuck");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a last task, and returns when it is done, or too late; at once if the caller is this thread. */
    void end(Runnable last) {
        execute(last);
        executor.shutdown();
        if (isCurrent()) {
            return;
        }
        try {
            if (!executor.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the connections to the engine did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void guarded(Runnable task) {
        thread.set(Thread.currentThread());
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "internal error", e);
        }
    }
}
