package org.gotalk.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.OutboxFullException;
import org.gotalk.SockClosedException;
import org.gotalk.wire.RequestId;
import org.jspecify.annotations.Nullable;

/** The requests of this side that wait for their answers, by id. Any thread may use it. */
final class PendingCalls {

    private final RequestIds ids = new RequestIds();
    private final Map<RequestId, PendingCall> calls = new ConcurrentHashMap<>();
    private final int limit;
    private volatile @Nullable CloseReason ended;

    PendingCalls(int limit) {
        this.limit = limit;
    }

    /** A new call, under an id that no other has. It may have failed already: after the end, or past the limit. */
    PendingCall begin() {
        if (calls.size() >= limit) {
            PendingCall refused = new PendingCall(ids.next());
            refused.answer().completeExceptionally(OutboxFullException.ofRequests(limit));
            return refused;
        }
        PendingCall call = new PendingCall(ids.next());
        while (calls.putIfAbsent(call.id(), call) != null) {
            call = new PendingCall(ids.next());
        }
        CloseReason reason = ended;
        if (reason != null) {
            fail(call, reason);
        }
        return call;
    }

    /** An answer came. One to a call that is unknown, or was given up, is dropped. */
    void answered(RequestId id, Consumer<PendingCall> outcome) {
        PendingCall call = calls.remove(id);
        if (call != null) {
            outcome.accept(call);
        }
    }

    /** Gives a call up. */
    void fail(PendingCall call, RuntimeException failure) {
        if (calls.remove(call.id(), call)) {
            call.answer().completeExceptionally(failure);
        }
    }

    /** The connection has ended: all calls fail, now and from now on. */
    void end(CloseReason reason) {
        ended = reason;
        calls.values().forEach(call -> fail(call, reason));
    }

    private void fail(PendingCall call, CloseReason reason) {
        fail(call, new SockClosedException(reason, call.mayHaveRun()));
    }
}
