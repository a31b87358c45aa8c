package org.gotalk.internal.engine.shared;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.gotalk.internal.concurrent.RetryingExecutor;

/** Brings to the executor what an application waits for without a thread, since what it does then may block. */
public final class Completions {

    private final Executor executor;

    Completions(EngineSettings settings) {
        executor = new RetryingExecutor(settings.executor(), settings.scheduler());
    }

    /** The same, completed on the executor. */
    <T> CompletableFuture<T> onExecutor(CompletableFuture<T> source) {
        CompletableFuture<T> there = new CompletableFuture<>();
        CompletableFuture<?> unused = source.whenComplete((value, failure) -> executor.execute(() -> {
            if (failure == null) {
                there.complete(value);
            } else {
                there.completeExceptionally(cause(failure));
            }
        }));
        return there;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
