package org.gotalk.jakarta.concurrent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a bounded number of tasks at once on an executor that may have no bounds of its own, and lets a bounded number
 * wait. Past that a task is refused at once with a {@link RejectedExecutionException}.
 *
 * <p>A thread that has done its task takes the next one that waits, so that a busy application hands few tasks to the
 * executor below.
 */
public final class BoundedExecutor implements Executor {

    private static final Logger LOG = System.getLogger(BoundedExecutor.class.getName());

    private final Executor threads;
    private final Executor insistent;
    private final int maxRunning;
    private final int maxQueued;
    private final Object lock = new Object();
    private final Queue<Runnable> queue = new ArrayDeque<>(); // guarded by lock
    private int running; // guarded by lock

    /**
     * A bound on another executor.
     *
     * @param threads runs the tasks; may refuse
     * @param insistent runs tasks on the same threads, sooner or later; does not refuse
     * @param maxRunning tasks that run at once
     * @param maxQueued further tasks that wait
     */
    public BoundedExecutor(Executor threads, Executor insistent, int maxRunning, int maxQueued) {
        this.threads = threads;
        this.insistent = insistent;
        this.maxRunning = maxRunning;
        this.maxQueued = maxQueued;
    }

    @Override
    public void execute(Runnable task) {
        if (mayRun(task)) {
            start(task);
        }
    }

    /** The share of the threads that are busy, from 0 to 1. At 1 every further task waits. */
    public double load() {
        synchronized (lock) {
            return (double) running / maxRunning;
        }
    }

    /** Waits until no task runs, for a bounded time. Returns how many still do. */
    public int awaitIdle(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (lock) {
            for (long left = longest.toNanos(); running > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return running;
        }
    }

    /** Whether the task is to be given a thread; else it waits for one. */
    private boolean mayRun(Runnable task) {
        synchronized (lock) {
            if (running < maxRunning) {
                running++;
                return true;
            }
            if (queue.size() >= maxQueued) {
                throw new RejectedExecutionException(
                        maxRunning + " tasks are running and " + maxQueued + " are waiting, which is all that may");
            }
            queue.add(task);
            return false;
        }
    }

    private void start(Runnable task) {
        try {
            threads.execute(() -> work(task));
        } catch (RejectedExecutionException e) {
            // What was put into the queue meanwhile was accepted, and there may be no other thread to run it.
            Runnable next = next();
            if (next != null) {
                insistent.execute(() -> work(next));
            }
            throw e;
        }
    }

    private void work(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "a task failed", e);
            }
        }
    }

    /** The next task for this thread; without one the thread is given back. */
    private @Nullable Runnable next() {
        synchronized (lock) {
            Runnable next = queue.poll();
            if (next == null) {
                running--;
                lock.notifyAll(); // who waits in awaitIdle, if anybody
            }
            return next;
        }
    }
}
