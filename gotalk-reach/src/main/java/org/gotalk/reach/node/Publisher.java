package org.gotalk.reach.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Broker;

/** Publishes messages; waits for room, for a bounded time, where the caller may wait. */
record Publisher(Broker broker, Replies replies) {

    CompletionStage<Position> publish(String subject, RoomMessage message, Keep keep) {
        return broker.publish(subject, message.encoded(), keep);
    }

    /** Publishes if there is room. */
    boolean offer(String subject, RoomMessage message, Keep keep) {
        return !isRefused(publish(subject, message, keep));
    }

    /**
     * Publishes and waits for the position. Where there is no room in time, or others take it each time that there is some,
     * the last refusal is the answer.
     */
    Position publishAndWait(String subject, RoomMessage message, Keep keep, String call) {
        byte[] encoded = message.encoded();
        CompletionStage<Position> published = broker.publish(subject, encoded, keep);
        if (isRefused(published)) {
            published = again(subject, encoded, keep, call, published);
        }
        return replies.await(published, call, "notifyAsync");
    }

    private CompletionStage<Position> again(
            String subject, byte[] encoded, Keep keep, String call, CompletionStage<Position> refused) {
        try {
            replies.await(broker.room(), call, "tryNotify");
        } catch (RequestTimeoutException stillFull) {
            return refused;
        }
        return broker.publish(subject, encoded, keep);
    }

    private static boolean isRefused(CompletionStage<?> published) {
        CompletableFuture<?> outcome = published.toCompletableFuture();
        if (!outcome.isCompletedExceptionally()) {
            return false;
        }
        try {
            outcome.join();
            return false;
        } catch (CompletionException e) {
            return e.getCause() instanceof OutboxFullException;
        }
    }
}
