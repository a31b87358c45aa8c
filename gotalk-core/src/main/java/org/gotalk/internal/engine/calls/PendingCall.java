package org.gotalk.internal.engine.calls;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;
import org.jspecify.annotations.Nullable;

/** A request of this side without result. The peer may refuse it; each retry has a new id. */
final class PendingCall implements SendListener {

    private final String operation;
    private final Payload payload;
    private final Deadline deadline;
    private final LongSupplier batches;
    private final Consumer<PendingCall> whenCancelled;
    private final CompletableFuture<byte[]> result = new Result();
    private @Nullable Message before; // set before the request is sent
    private volatile RequestId id;
    private volatile boolean queued; // the attempt with this id
    private volatile boolean givenUp;
    private volatile boolean handedOver; // the attempt with this id
    private volatile long batch; // in which it was handed over
    private volatile boolean isRetried;
    private volatile boolean resultArrives; // since this was asked last
    private int attempts = 1; // used by one thread at a time: the one that got the refusal or retries

    /**
     * A request that is not sent yet.
     *
     * @param whenCancelled called when {@link #result} is cancelled
     * @param batches the number of the outbox's batch, asked while it is made
     */
    PendingCall(
            RequestId id,
            String operation,
            byte[] payload,
            Deadline deadline,
            Consumer<PendingCall> whenCancelled,
            LongSupplier batches) {
        this.id = id;
        this.operation = operation;
        this.payload = Payload.of(payload);
        this.deadline = deadline;
        this.whenCancelled = whenCancelled;
        this.batches = batches;
    }

    RequestId id() {
        return id;
    }

    void rename(RequestId newId) {
        id = newId;
    }

    /** Some bytes of the result have arrived. */
    void resultArrives() {
        resultArrives = true;
    }

    /** Whether bytes of the result have arrived since this was asked last. For the one timer of the request. */
    boolean takeArrival() {
        boolean arrived = resultArrives;
        resultArrives = false;
        return arrived;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Sends a message directly before each attempt. */
    void sendsBefore(Message message) {
        before = message;
    }

    /** The message to send. */
    EncodedMessage message() {
        EncodedMessage request = EncodedMessage.of(new SingleRequest(id, operation, payload));
        return before == null ? request : request.behind(before);
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
        batch = batches.getAsLong();
        handedOver = true;
    }

    /** Whether the request was handed to the network, so that the peer may have run it. */
    boolean mayHaveRun() {
        return handedOver;
    }

    /** Whether the request has not left yet, with the batch of the outbox in which it is being sent. */
    boolean isLeaving(LongPredicate isSending) {
        return handedOver ? isSending.test(batch) : !isRetried;
    }

    /** The number of attempts, including the current one. */
    int attempts() {
        return attempts;
    }

    /** The peer has done nothing of the last attempt. */
    void beginNextAttempt() {
        attempts++;
        isRetried = true;
        queued = false;
        handedOver = false;
    }

    /** The message of this attempt is queued; whether the call was given up before, so that a cancel must follow. */
    boolean isQueuedInVain() {
        queued = true;
        return givenUp;
    }

    /** The caller does not wait any more; whether the message is queued already, so that a cancel must follow. */
    boolean giveUp() {
        givenUp = true;
        return queued;
    }

    /** Tells when the caller cancels it. */
    private final class Result extends CompletableFuture<byte[]> {

        @Override
        public boolean cancel(boolean mayInterrupt) {
            boolean wasDone = isDone();
            boolean isCancelled = super.cancel(mayInterrupt);
            if (isCancelled && !wasDone) {
                whenCancelled.accept(PendingCall.this);
            }
            return isCancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }
}
