package org.gotalk.reach.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;

/** Ends sessions whose peers do not come back; what the application makes of it runs on the executor. */
final class SessionTimer {

    /** How long the end of a connection may delay the next one. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final Duration window;
    private final Scheduler scheduler;
    private final Executor executor;

    /** @param window maximum time without a connection */
    SessionTimer(Duration window, Scheduler scheduler, Executor executor) {
        this.window = window;
        this.scheduler = scheduler;
        this.executor = new RetryingExecutor(executor, scheduler);
    }

    /** Continues on the executor when a stage has completed, or has not for too long. */
    <T, R> CompletionStage<R> soon(CompletionStage<T> stage, T otherwise, Function<T, R> next) {
        CompletableFuture<T> bounded = stage.toCompletableFuture();
        scheduler.schedule(() -> bounded.complete(otherwise), MAX_WAIT).cancelAfter(bounded);
        return bounded.thenApplyAsync(next, executor);
    }

    /** Runs an action soon, on the executor. */
    void soon(Runnable action) {
        executor.execute(action);
    }

    /** Runs an action when the window is over. */
    Cancellable atEnd(Runnable action) {
        return scheduler.schedule(() -> executor.execute(action), window);
    }
}
