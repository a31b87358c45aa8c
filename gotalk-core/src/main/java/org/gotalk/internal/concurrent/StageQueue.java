package org.gotalk.internal.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs asynchronous steps one after the other, without a thread that waits for them. Thread-safe. */
public final class StageQueue {

    @GuardedBy("this")
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** Runs a step when those before are done, however they ended. */
    public synchronized <T> CompletionStage<T> add(Supplier<CompletionStage<T>> step) {
        CompletableFuture<T> next = last.thenCompose(before -> step.get());
        last = next.handle((done, failure) -> null);
        return next;
    }
}
