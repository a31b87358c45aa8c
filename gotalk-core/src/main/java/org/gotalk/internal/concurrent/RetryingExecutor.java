package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Never rejects a task: retries until the executor accepts it. For tasks that cannot be rejected and must not run on
 * the calling thread, unless the scheduler has been shut down.
 */
public final class RetryingExecutor implements Executor {

    private static final Duration RETRY = Duration.ofMillis(100);

    private final Executor executor;
    private final Scheduler scheduler;

    public RetryingExecutor(Executor executor, Scheduler scheduler) {
        this.executor = executor;
        this.scheduler = scheduler;
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            retry(task);
        }
    }

    private void retry(Runnable task) {
        if (scheduler.schedule(() -> execute(task), RETRY) == Scheduler.Cancellable.DROPPED) {
            task.run(); // the scheduler is shut down
        }
    }
}
