package org.gotalk.internal.concurrent;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in order, one at a time, on an executor: for example the callbacks of an application for a connection.
 */
public final class SerialQueue {

    private final Executor executor;
    private final BooleanSupplier yields;
    private final Runnable work = this::work;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Deque<Runnable> waiting = new ArrayDeque<>(1);

    @GuardedBy("lock")
    private boolean working; // a task is submitted or at work

    @GuardedBy("lock")
    private boolean ended;

    /**
     * Creates an empty queue.
     *
     * @param executor must accept every task
     */
    public SerialQueue(Executor executor) {
        this(executor, () -> false);
    }

    /**
     * Creates an empty queue.
     *
     * @param executor must accept every task
     * @param yields after each task, whether the rest runs as a further task of the executor
     */
    public SerialQueue(Executor executor, BooleanSupplier yields) {
        this.executor = executor;
        this.yields = yields;
    }

    /** Runs a task after all added before; ignored after {@link #addLast}. */
    public void add(Runnable task) {
        add(task, false);
    }

    /**
     * Runs a task on the current thread, if the queue is idle.
     *
     * @return whether it was run; otherwise it must be added
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

    /** Runs a task after all added before, as the last one. */
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

    /** Yields to other tasks of the executor: the queue may be long and each task slow. */
    private void work() {
        do {
            Runnable task = next();
            if (task == null) {
                return;
            }
            run(task);
        } while (!yields.getAsBoolean());
        executor.execute(work);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            // One failing notification must not stop the next.
            LOG.log(Level.ERROR, "uncaught exception of the application", thrown);
        }
    }

    private @Nullable Runnable next() {
        synchronized (lock) {
            working = !waiting.isEmpty();
            return waiting.poll();
        }
    }
}
