package org.gotalk.internal.engine.shared;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.concurrent.RetryingExecutor;

/** Completes futures on the executor, where dependent actions may block. */
public final class Completions {

    private final Executor executor;

    public Completions(EngineSettings settings) {
        executor = new RetryingExecutor(settings.executor(), settings.scheduler());
    }

    /** A future that completes on the executor, for the task that the current thread works for. */
    public <T> CompletableFuture<T> onExecutor(CompletionStage<T> source) {
        CompletableFuture<T> there = new CompletableFuture<>();
        Object task = EngineThread.task();
        source.whenComplete((value, failure) -> executor.execute(() -> EngineThread.workFor(task, () -> {
            if (failure == null) {
                there.complete(value);
            } else {
                there.completeExceptionally(FailureCause.of(failure));
            }
        })));
        return there;
    }
}
