package org.gotalk.internal.engine.inbound;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs a handler. Whatever it throws, including errors, fails only its own request. */
public final class HandlerRun {

    private HandlerRun() {}

    /**
     * Runs the handler.
     *
     * @param outcome receives the result or failure
     * @param whenDone runs if the handler completes later
     * @return whether it has completed already
     */
    public static boolean of(Callable<CompletionStage<byte[]>> handler, Outcome outcome, Runnable whenDone) {
        CompletableFuture<byte[]> result;
        try {
            result = handler.call().toCompletableFuture();
        } catch (Throwable thrown) {
            outcome.failed(thrown);
            return true;
        }
        if (result.isDone()) {
            completeNow(outcome, result);
            return true;
        }
        completeLater(outcome, result, whenDone);
        return false;
    }

    /** Avoids a further stage, which would be another object for each request. */
    private static void completeNow(Outcome outcome, CompletableFuture<byte[]> result) {
        byte[] payload;
        try {
            payload = result.join();
        } catch (CompletionException | CancellationException e) {
            outcome.failed(e);
            return;
        }
        complete(outcome, payload, null);
    }

    private static void completeLater(Outcome outcome, CompletionStage<byte[]> result, Runnable whenDone) {
        result.whenComplete((payload, failure) -> {
            complete(outcome, payload, failure);
            whenDone.run();
        });
    }

    private static void complete(Outcome outcome, byte @Nullable [] payload, @Nullable Throwable failure) {
        if (failure != null) {
            outcome.failed(failure);
        } else if (payload == null) {
            outcome.failed(new IllegalStateException("the handler returned a null result"));
        } else {
            outcome.succeeded(payload);
        }
    }

    /** Receives the outcome of a handler. */
    public interface Outcome {

        void succeeded(byte[] payload);

        void failed(Throwable thrown);
    }
}
