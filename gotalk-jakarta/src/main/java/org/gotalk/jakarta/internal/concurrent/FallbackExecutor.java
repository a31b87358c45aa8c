package org.gotalk.jakarta.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;

/**
 * The threads of the container, and at the application's end others that take their place: a server that stops may shut
 * its executors down before it tells the application. Open Liberty does, and goes on to run what is scheduled.
 */
public final class FallbackExecutor implements Executor {

    private final Executor threads;
    private final Executor substitute;
    private volatile boolean ending;

    /**
     * Runs tasks on the threads as long as they take them.
     *
     * @param inContext runs a task at once, with the application's context
     * @param scheduler runs what the threads refuse once the end has begun; these tasks may block, unlike others there
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
            // A managed executor throws it when the server has taken away what it works with.
            refused(task, new RejectedExecutionException(e));
        }
    }

    private void refused(Runnable task, RejectedExecutionException why) {
        if (!ending) {
            throw why;
        }
        substitute.execute(task);
    }

    /** The application ends: from now on nothing is refused. */
    public void end() {
        ending = true;
    }
}
