package org.gotalk.internal.engine.calls;

import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.Payload;
import org.gotalk.internal.wire.RequestId;
import org.gotalk.internal.wire.SingleRequest;

/**
 * A request of this side that waits for its answer. The peer may refuse it for the time being; each further attempt has
 * an id of its own.
 */
final class PendingCall implements SendListener {

    private final String operation;
    private final Payload payload;
    private final Deadline deadline;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private volatile RequestId id;
    private volatile boolean handedOver; // the attempt that has this id
    private int attempts = 1; // touched by the one thread that has its refusal, or waits to send it again

    PendingCall(RequestId id, String operation, byte[] payload, Deadline deadline) {
        this.id = id;
        this.operation = operation;
        this.payload = Payload.of(payload);
        this.deadline = deadline;
    }

    RequestId id() {
        return id;
    }

    void rename(RequestId newId) {
        id = newId;
    }

    Deadline deadline() {
        return deadline;
    }

    /** What is to be sent. */
    EncodedMessage message() {
        return EncodedMessage.of(new SingleRequest(id, operation, payload));
    }

    /** The result's payload, or why there is none. Completes on whatever thread brings it. */
    CompletableFuture<byte[]> answer() {
        return answer;
    }

    boolean isOver() {
        return answer.isDone();
    }

    /** Cancels this when the answer has come. */
    void cancelWhenOver(Cancellable timer) {
        timer.cancelAfter(answer);
    }

    @Override
    public void handedOver() {
        handedOver = true;
    }

    /** Whether the request was handed to the network, so that the peer may have run it. */
    boolean mayHaveRun() {
        return handedOver;
    }

    /** How many attempts there were, the one under way included. */
    int attempts() {
        return attempts;
    }

    /** Nothing of the attempt before was done. */
    void beginNextAttempt() {
        attempts++;
        handedOver = false;
    }
}
