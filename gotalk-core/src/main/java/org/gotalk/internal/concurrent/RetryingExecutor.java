package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes every task: an executor that is full is asked again until it has room. For what can neither be refused nor run
 * where it comes up, unless everything else has been shut down.
 */
public final class RetryingExecutor implements Executor {

    private static final Duration RETRY = Duration.ofMillis(100);

    private final Executor executor;
    private final Scheduler scheduler;

    /** Hands on to this executor, at the latest when it takes tasks again. */
    public RetryingExecutor(Executor executor, Scheduler scheduler) {
        this.executor = executor;
        this.scheduler = scheduler;
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            askAgain(task);
        }
    }

    private void askAgain(Runnable task) {
        try {
            scheduler.schedule(() -> execute(task), RETRY);
        } catch (RejectedExecutionException ended) {
            task.run(); // nobody else ever will
        }
    }
}
