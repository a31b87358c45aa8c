package org.gotalk.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** Brings to the executor what an application waits for without a thread, since what it does then may block. */
final class Completions {

    private static final Duration RETRY = Duration.ofMillis(100);

    private final Settings settings;

    Completions(Settings settings) {
        this.settings = settings;
    }

    /** The same, completed on the executor. */
    <T> CompletableFuture<T> onExecutor(CompletableFuture<T> source) {
        CompletableFuture<T> there = new CompletableFuture<>();
        CompletableFuture<?> unused = source.whenComplete((value, failure) -> run(() -> {
            if (failure == null) {
                there.complete(value);
            } else {
                there.completeExceptionally(cause(failure));
            }
        }));
        return there;
    }

    /** A full executor is asked again: a completion can be neither refused nor run where bytes are read. */
    private void run(Runnable completion) {
        try {
            settings.executor().execute(completion);
        } catch (RejectedExecutionException e) {
            settings.scheduler().schedule(() -> run(completion), RETRY);
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
