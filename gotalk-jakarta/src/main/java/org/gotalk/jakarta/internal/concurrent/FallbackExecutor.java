package org.gotalk.jakarta.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;

/**
 * The container's executor, with a fallback while the application stops: a stopping server may shut down its executors
 * before it notifies the application. Open Liberty does, but still runs scheduled tasks.
 */
public final class FallbackExecutor implements Executor {

    private final Executor threads;
    private final Executor substitute;
    private volatile boolean ending;

    /**
     * Runs tasks on the container's executor as long as it accepts them.
     *
     * @param inContext runs a task synchronously, with the application's context
     * @param scheduler runs tasks that are rejected after {@link #end}; unlike its other tasks, these may block
     */
    public FallbackExecutor(Executor threads, Executor inContext, Scheduler scheduler) {
        this.threads = threads;
        this.substitute = task -> {
            if (scheduler.schedule(() -> inContext.execute(task), Duration.ZERO) == Cancellable.DROPPED) {
                throw new RejectedExecutionException("the application has ended");
            }
        };
    }

    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            refused(task, e);
        } catch (IllegalStateException e) {
            // Thrown by a managed executor whose resources the server has released.
            refused(task, new RejectedExecutionException(e));
        }
    }

    private void refused(Runnable task, RejectedExecutionException why) {
        if (!ending) {
            throw why;
        }
        substitute.execute(task);
    }

    /** The application stops: from now on no task is rejected. */
    public void end() {
        ending = true;
    }
}
