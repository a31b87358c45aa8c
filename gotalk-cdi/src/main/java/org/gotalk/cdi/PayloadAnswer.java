package org.gotalk.cdi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/** Answers with what a method returned as one payload, at once or when its stage is complete. */
record PayloadAnswer(ResultType result) {

    private static final byte[] NOTHING = {};

    CompletionStage<byte[]> of(@Nullable Object returned, Sock peer) {
        if (!result.isLater()) {
            return CompletableFuture.completedFuture(encoded(peer, returned));
        }
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        CompletionStage<?> stage = result.present(returned, CompletionStage.class);
        var unused = stage.whenComplete((value, failure) -> {
            try {
                if (failure == null) {
                    answer.complete(encoded(peer, value));
                } else {
                    answer.completeExceptionally(Failures.unwrapped(failure));
                }
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private byte[] encoded(Sock peer, @Nullable Object value) {
        return result.isNothing() ? NOTHING : Values.encoded(peer.codec(), value);
    }
}
