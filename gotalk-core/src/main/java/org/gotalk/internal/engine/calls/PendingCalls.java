package org.gotalk.internal.engine.calls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gotalk.CloseReason;
import org.gotalk.OutboxFullException;
import org.gotalk.SockClosedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.wire.message.RequestId;
import org.jspecify.annotations.Nullable;

/** Requests of this side without result, by id, including refused ones that wait for a retry. Thread-safe. */
final class PendingCalls {

    private final RequestIds ids = RequestIds.ofCalls();
    private final Map<RequestId, PendingCall> calls = new ConcurrentHashMap<>();
    private final int limit;
    private final LongSupplier batches;
    private final Runnable whenIdle;
    private volatile @Nullable CloseReason ended;

    /**
     * Has no pending requests.
     *
     * @param limit maximum number of pending requests
     * @param batches the number of the outbox's batch, asked while it is made
     * @param whenIdle runs when none is left, on the thread that completed the last
     */
    PendingCalls(int limit, LongSupplier batches, Runnable whenIdle) {
        this.limit = limit;
        this.batches = batches;
        this.whenIdle = whenIdle;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /**
     * Registers a request under a new id. It has failed already if the connection has ended or the limit is reached.
     */
    PendingCall begin(String operation, byte[] payload, Deadline deadline, Consumer<PendingCall> whenCancelled) {
        PendingCall call = new PendingCall(ids.next(), operation, payload, deadline, whenCancelled, batches);
        if (calls.size() >= limit) {
            call.result().completeExceptionally(OutboxFullException.ofRequests(limit));
        } else {
            register(call);
        }
        return call;
    }

    /** Registers a refused request under a new id, unless it has completed. */
    void retry(PendingCall call) {
        calls.remove(call.id(), call);
        call.beginNextAttempt();
        call.rename(ids.next());
        register(call);
    }

    /** Completes a request. Results of unknown, failed or unsent requests are dropped. */
    void complete(RequestId id, Consumer<PendingCall> outcome) {
        PendingCall call = calls.get(id);
        if (call != null && call.mayHaveRun() && calls.remove(id, call)) {
            outcome.accept(call);
            runIfIdle();
        }
    }

    /** Some bytes of a result have arrived. */
    void resultArrives(RequestId id) {
        PendingCall call = calls.get(id);
        if (call != null) {
            call.resultArrives();
        }
    }

    /** Fails a request. */
    void fail(PendingCall call, RuntimeException failure) {
        giveUp(call, failure, ignored -> {});
    }

    /**
     * Fails a request whose caller does not wait any more.
     *
     * @param cancel tells the peer, if it has no result yet; before the connection may learn that nothing is pending
     */
    void giveUp(PendingCall call, RuntimeException failure, Consumer<PendingCall> cancel) {
        call.result().completeExceptionally(failure);
        if (calls.remove(call.id(), call)) {
            cancel.accept(call);
            runIfIdle();
        }
    }

    /** Fails all requests, now and later: the connection has ended. */
    void end(CloseReason reason) {
        ended = reason;
        calls.values().forEach(call -> fail(call, reason));
    }

    private void register(PendingCall call) {
        while (calls.putIfAbsent(call.id(), call) != null) {
            call.rename(ids.next());
        }
        CloseReason reason = ended;
        if (reason != null) {
            fail(call, reason);
        } else if (call.isOver()) {
            calls.remove(call.id(), call);
        }
    }

    private void runIfIdle() {
        if (calls.isEmpty()) {
            whenIdle.run();
        }
    }

    private void fail(PendingCall call, CloseReason reason) {
        fail(call, new SockClosedException(reason, call.mayHaveRun()));
    }
}
