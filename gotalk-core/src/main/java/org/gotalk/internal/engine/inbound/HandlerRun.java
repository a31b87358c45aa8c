package org.gotalk.internal.engine.inbound;

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
     * @param call the handler, and what receives its result
     * @param request the request of the handler
     * @param completion called if the handler completes later
     * @return whether it has completed already
     */
    public static boolean of(Call call, InboundRequest request, InboundRequest.Completion completion) {
        CompletableFuture<byte[]> result;
        try {
            result = call.begin().toCompletableFuture();
        } catch (Throwable thrown) {
            call.failed(thrown);
            return true;
        }
        if (result.isDone()) {
            completeNow(call, result);
            return true;
        }
        completeLater(call, result, () -> completion.completedLater(request));
        request.completesLater(result);
        return false;
    }

    /** Avoids a further stage, which would be another object for each request. */
    private static void completeNow(Call call, CompletableFuture<byte[]> result) {
        byte[] payload;
        try {
            payload = result.join();
        } catch (CompletionException | CancellationException e) {
            call.failed(e);
            return;
        }
        complete(call, payload, null);
    }

    private static void completeLater(Call call, CompletionStage<byte[]> result, Runnable whenDone) {
        result.whenComplete((payload, failure) -> {
            try {
                complete(call, payload, failure);
            } finally {
                whenDone.run();
            }
        });
    }

    private static void complete(Call call, byte @Nullable [] payload, @Nullable Throwable failure) {
        if (failure != null) {
            call.failed(failure);
        } else if (payload == null) {
            call.failed(new IllegalStateException("the handler returned a null result"));
        } else {
            call.succeeded(payload);
        }
    }

    /** A call of a handler; receives its outcome. */
    public interface Call {

        CompletionStage<byte[]> begin() throws Exception;

        void succeeded(byte[] payload);

        void failed(Throwable thrown);
    }
}
