package org.gotalk.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks when a test says so, on its thread. Counts them, and refuses when it is told to be full. */
public final class ManualExecutor implements Executor {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean full;
    private int submitted;

    @Override
    public synchronized void execute(Runnable task) {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        submitted++;
        tasks.add(task);
    }

    public synchronized void isFull(boolean value) {
        full = value;
    }

    /** How many tasks were submitted since this was asked last. */
    public synchronized int submissions() {
        int count = submitted;
        submitted = 0;
        return count;
    }

    /** Runs one task, if there is one. */
    public boolean runOne() {
        Runnable task;
        synchronized (this) {
            task = tasks.poll();
        }
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Runs tasks until there are none. */
    public void runAll() {
        while (runOne()) {
            // each may submit more
        }
    }
}
