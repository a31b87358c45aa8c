package org.gotalk.internal.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is done in order, one thing at a time: what the application is told, for instance, that a connection is open, its
 * notifications, its end. One task on the executor at a time works through it.
 */
public final class SerialQueue {

    private static final Logger LOG = System.getLogger("org.gotalk");

    private final Executor executor;
    private final BooleanSupplier givesWay;
    private final Runnable work = this::work;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @GuardedBy("lock")
    private boolean working; // a task is submitted or at work

    @GuardedBy("lock")
    private boolean ended;

    /** On an executor that takes every task. */
    public SerialQueue(Executor executor) {
        this(executor, () -> false);
    }

    /** Likewise, with what is asked after each task whether the rest should be a further task of the executor. */
    public SerialQueue(Executor executor, BooleanSupplier givesWay) {
        this.executor = executor;
        this.givesWay = givesWay;
    }

    /** Runs this after everything that was added before; not at all after the last. */
    public void add(Runnable task) {
        add(task, false);
    }

    /**
     * Runs this on the current thread, if nothing is before it.
     *
     * @return whether it was run; otherwise it is to be added
     */
    public boolean runHere(Runnable task) {
        synchronized (lock) {
            if (ended || working) {
                return false;
            }
            working = true;
        }
        run(task);
        synchronized (lock) {
            working = !waiting.isEmpty();
            if (!working) {
                return true;
            }
        }
        executor.execute(work);
        return true;
    }

    /** Runs this after everything that was added before, and nothing after it. */
    public void addLast(Runnable task) {
        add(task, true);
    }

    private void add(Runnable task, boolean last) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            ended = last;
            waiting.add(task);
            if (working) {
                return;
            }
            working = true;
        }
        executor.execute(work);
    }

    /** Gives way to others now and then: much may wait here, and each task may take long. */
    private void work() {
        do {
            Runnable task = next();
            if (task == null) {
                return;
            }
            run(task);
        } while (!givesWay.getAsBoolean());
        executor.execute(work);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            // What one notification does wrong must not keep the next from being handled.
            LOG.log(Level.ERROR, "uncaught failure of the application", thrown);
        }
    }

    private @Nullable Runnable next() {
        synchronized (lock) {
            working = !waiting.isEmpty();
            return waiting.poll();
        }
    }
}
