package org.gotalk.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.wire.RequestId;
import org.gotalk.wire.SingleRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request of the peer, with what will answer it.
 *
 * @param message what came
 * @param handler the operation's handler
 * @param peer where it came from
 * @param answers takes the answer
 */
record InboundRequest(SingleRequest message, RequestHandler handler, Sock peer, Answers answers) {

    /** Bytes that it holds while it waits. */
    int size() {
        return message.payload().size();
    }

    /**
     * Runs the handler and sends the answer.
     *
     * @param answeredLater called once the answer is queued, if that is after this returns
     * @return whether the answer is queued already
     */
    boolean run(Runnable answeredLater) {
        CompletableFuture<byte[]> answer;
        try {
            answer = handle().toCompletableFuture();
        } catch (Throwable thrown) {
            // Whatever a handler throws, errors included, concerns its own request alone.
            answers.failure(id(), message.operation(), thrown);
            return true;
        }
        if (answer.isDone()) {
            CompletableFuture<?> unused = answer.whenComplete(this::answer);
            return true;
        }
        CompletableFuture<?> unused = answer.whenComplete((payload, failure) -> {
            answer(payload, failure);
            answeredLater.run();
        });
        return false;
    }

    /** Refuses it for the time being; how many bytes that takes. */
    int refuse(Duration delay, String reason) {
        return answers.retry(id(), delay, reason);
    }

    private CompletionStage<byte[]> handle() throws Exception {
        return handler.handle(peer, message.operation(), message.payload().bytes());
    }

    private void answer(byte @Nullable [] payload, @Nullable Throwable failure) {
        if (failure != null) {
            answers.failure(id(), message.operation(), failure);
        } else if (payload == null) {
            answers.failure(id(), message.operation(), new IllegalStateException("the handler's answer is null"));
        } else {
            answers.result(id(), payload);
        }
    }

    private RequestId id() {
        return message.id();
    }
}
