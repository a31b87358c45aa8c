package org.gotalk.jakarta.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.engine.Scheduler;

/**
 * Runs tasks that must be run, such as the closing of a connection, on threads that may be busy: where they refuse, it
 * tries again later. Never blocks.
 *
 * <p>When the application ends, so does the scheduler; what is still refused then is dropped, and the container cleans
 * up by itself.
 */
public final class InsistentExecutor implements Executor {

    static final Duration PAUSE = Duration.ofMillis(250);

    private final Executor threads;
    private final Scheduler scheduler;

    /** Runs on these threads, and waits with this scheduler. */
    public InsistentExecutor(Executor threads, Scheduler scheduler) {
        this.threads = threads;
        this.scheduler = scheduler;
    }

    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException busy) {
            later(task);
        }
    }

    private void later(Runnable task) {
        try {
            scheduler.schedule(() -> execute(task), PAUSE);
        } catch (RejectedExecutionException ended) {
            // Nothing of this application runs any more.
        }
    }
}
