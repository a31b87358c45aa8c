package org.gotalk.engine;

import java.util.concurrent.CompletableFuture;
import org.gotalk.engine.Scheduler.Cancellable;
import org.gotalk.wire.RequestId;

/** A request of this side that waits for its answer. */
final class PendingCall implements Handover {

    private final RequestId id;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private volatile boolean handedOver;

    PendingCall(RequestId id) {
        this.id = id;
    }

    RequestId id() {
        return id;
    }

    /** The result's payload, or why there is none. Completes on whatever thread brings it. */
    CompletableFuture<byte[]> answer() {
        return answer;
    }

    /** Cancels this when the answer has come. */
    void cancelWhenAnswered(Cancellable timer) {
        CompletableFuture<?> unused = answer.whenComplete((payload, failure) -> timer.cancel());
    }

    @Override
    public void handedOver() {
        handedOver = true;
    }

    /** Whether the request was handed to the network, so that the peer may have run it. */
    boolean mayHaveRun() {
        return handedOver;
    }
}
