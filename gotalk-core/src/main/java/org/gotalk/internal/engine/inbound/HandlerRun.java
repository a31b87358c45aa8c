package org.gotalk.internal.engine.inbound;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One run of a handler. Whatever it throws, errors included, concerns its own request alone. */
public final class HandlerRun {

    private HandlerRun() {}

    /** Whether the handler is done when this returns; otherwise somebody is told later. */
    public static boolean of(Callable<CompletionStage<byte[]>> handler, Outcome outcome, Runnable doneLater) {
        CompletableFuture<byte[]> answer;
        try {
            answer = handler.call().toCompletableFuture();
        } catch (Throwable thrown) {
            outcome.failed(thrown);
            return true;
        }
        if (answer.isDone()) {
            tellDone(outcome, answer);
            return true;
        }
        tellLater(outcome, answer, doneLater);
        return false;
    }

    /** Without a further stage, which would be one more object for each request. */
    private static void tellDone(Outcome outcome, CompletableFuture<byte[]> answer) {
        byte[] payload;
        try {
            payload = answer.join();
        } catch (CompletionException | CancellationException e) {
            outcome.failed(e);
            return;
        }
        tell(outcome, payload, null);
    }

    private static void tellLater(Outcome outcome, CompletionStage<byte[]> answer, Runnable doneLater) {
        answer.whenComplete((payload, failure) -> {
            tell(outcome, payload, failure);
            doneLater.run();
        });
    }

    private static void tell(Outcome outcome, byte @Nullable [] payload, @Nullable Throwable failure) {
        if (failure != null) {
            outcome.failed(failure);
        } else if (payload == null) {
            outcome.failed(new IllegalStateException("the handler's answer is null"));
        } else {
            outcome.succeeded(payload);
        }
    }

    /** Told how it ended. */
    public interface Outcome {

        void succeeded(byte[] payload);

        void failed(Throwable thrown);
    }
}
