package org.gotalk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Encodes what a handler of values returns. */
final class ResultEncoder {

    private ResultEncoder() {}

    /** The payload of a value, or of the value of a stage, which is cancelled with the returned one. */
    static CompletionStage<byte[]> encoded(PayloadCodec codec, @Nullable Object result) {
        return result instanceof CompletionStage<?> later
                ? encodedLater(codec, later)
                : CompletableFuture.completedFuture(Values.encoded(codec, result));
    }

    private static CompletionStage<byte[]> encodedLater(PayloadCodec codec, CompletionStage<?> later) {
        CompletionStage<byte[]> encoded = later.thenApply(value -> Values.encoded(codec, value));
        encoded.whenComplete((payload, failure) -> {
            if (encoded.toCompletableFuture().isCancelled()) {
                later.toCompletableFuture().cancel(false);
            }
        });
        return encoded;
    }
}
