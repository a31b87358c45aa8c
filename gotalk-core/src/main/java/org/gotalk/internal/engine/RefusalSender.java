package org.gotalk.internal.engine;

import org.gotalk.CloseReason;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.RequestId;

/**
 * Sends error and retry results that no permit bounds. If the peer provokes them without reading, it is first slowed,
 * and closed once they reach the outbox limit. Used by the reading thread only.
 */
final class RefusalSender {

    private final Lifecycle life;
    private final ResultSender results;
    private final Outbox outbox;
    private final int limit;
    private long unread; // bytes since the outbox was full

    RefusalSender(Lifecycle life, ResultSender results, Outbox outbox, int limit) {
        this.life = life;
        this.results = results;
        this.outbox = outbox;
        this.limit = limit;
    }

    /** Sends an error result. */
    void refuse(RequestId id, ErrorPayload error) {
        sent(results.error(id, error));
    }

    /** Counts the bytes of a result. */
    void sent(int bytes) {
        unread = outbox.isFull() ? unread + bytes : 0;
        if (unread > limit) {
            life.abort(CloseReason.of(CloseReason.Code.GAVE_UP, "the peer does not read its results"));
        }
    }
}
