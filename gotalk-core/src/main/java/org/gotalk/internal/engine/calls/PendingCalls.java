package org.gotalk.internal.engine.calls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.OutboxFullException;
import org.gotalk.SockClosedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.wire.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The requests of this side that wait for their answers, by id; also those that were refused and wait until they may be
 * sent again. Any thread may use it.
 */
final class PendingCalls {

    private final RequestIds ids = RequestIds.ofCalls();
    private final Map<RequestId, PendingCall> calls = new ConcurrentHashMap<>();
    private final int limit;
    private final Runnable whenNone;
    private volatile @Nullable CloseReason ended;

    /** Whoever wants to know when none is left is told, on the thread that saw to it. */
    PendingCalls(int limit, Runnable whenNone) {
        this.limit = limit;
        this.whenNone = whenNone;
    }

    boolean areNone() {
        return calls.isEmpty();
    }

    /** A new call, under an id that no other has. It may have failed already: after the end, or past the limit. */
    PendingCall begin(String operation, byte[] payload, Deadline deadline) {
        PendingCall call = new PendingCall(ids.next(), operation, payload, deadline);
        if (calls.size() >= limit) {
            call.answer().completeExceptionally(OutboxFullException.ofRequests(limit));
        } else {
            register(call);
        }
        return call;
    }

    /** A call that could not be served goes on under a new id; unless it is over meanwhile. */
    void goesOn(PendingCall call) {
        calls.remove(call.id(), call);
        call.beginNextAttempt();
        call.rename(ids.next());
        register(call);
    }

    /** An answer came. One to a call that is unknown, was given up or is not sent yet, is dropped. */
    void answered(RequestId id, Consumer<PendingCall> outcome) {
        PendingCall call = calls.get(id);
        if (call != null && call.mayHaveRun() && calls.remove(id, call)) {
            outcome.accept(call);
            tellIfNone();
        }
    }

    /** Gives a call up. */
    void fail(PendingCall call, RuntimeException failure) {
        call.answer().completeExceptionally(failure);
        if (calls.remove(call.id(), call)) {
            tellIfNone();
        }
    }

    /** The connection has ended: all calls fail, now and from now on. */
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

    private void tellIfNone() {
        if (calls.isEmpty()) {
            whenNone.run();
        }
    }

    private void fail(PendingCall call, CloseReason reason) {
        fail(call, new SockClosedException(reason, call.mayHaveRun()));
    }
}
