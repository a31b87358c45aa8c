package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Steps that do not wait, one after the other. Thread-safe. */
final class Turns {

    @GuardedBy("this")
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** Runs a step when those before are done, however they ended. */
    synchronized <T> CompletionStage<T> next(Supplier<CompletionStage<T>> step) {
        CompletableFuture<T> next = last.thenCompose(before -> step.get());
        last = next.handle((done, failure) -> null);
        return next;
    }
}
