package org.gotalk.internal.engine.calls;

import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;

/** A request of this side without result. The peer may refuse it; each retry has a new id. */
final class PendingCall implements SendListener {

    private final String operation;
    private final Payload payload;
    private final Deadline deadline;
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private volatile RequestId id;
    private volatile boolean handedOver; // the attempt with this id
    private int attempts = 1; // used by one thread at a time: the one that got the refusal or retries

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

    /** The message to send. */
    EncodedMessage message() {
        return EncodedMessage.of(new SingleRequest(id, operation, payload));
    }

    /** The result's payload or failure. Completes on an arbitrary thread. */
    CompletableFuture<byte[]> result() {
        return result;
    }

    boolean isOver() {
        return result.isDone();
    }

    /** Cancels a timer when the request completes. */
    void cancelWhenOver(Cancellable timer) {
        timer.cancelAfter(result);
    }

    @Override
    public void handedOver() {
        handedOver = true;
    }

    /** Whether the request was handed to the network, so that the peer may have run it. */
    boolean mayHaveRun() {
        return handedOver;
    }

    /** The number of attempts, including the current one. */
    int attempts() {
        return attempts;
    }

    /** The peer has done nothing of the last attempt. */
    void beginNextAttempt() {
        attempts++;
        handedOver = false;
    }
}
