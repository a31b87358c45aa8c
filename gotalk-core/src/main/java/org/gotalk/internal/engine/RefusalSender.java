package org.gotalk.internal.engine;

import org.gotalk.CloseReason;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.RequestId;

/**
 * Answers to requests that have no permit which would bound them. A peer that sends what calls for such answers and does
 * not read them is slowed first, and closed once they reach the outbox's limit, too. Used by the reading thread alone.
 */
final class RefusalSender {

    private final Lifecycle life;
    private final ResultSender answers;
    private final Outbox outbox;
    private final int limit;
    private long unread; // bytes since the outbox was full

    RefusalSender(Lifecycle life, ResultSender answers, Outbox outbox, int limit) {
        this.life = life;
        this.answers = answers;
        this.outbox = outbox;
        this.limit = limit;
    }

    /** Answers with an error. */
    void refuse(RequestId id, String text) {
        answered(answers.error(id, text));
    }

    /** A request was answered with this many bytes. */
    void answered(int bytes) {
        unread = outbox.isFull() ? unread + bytes : 0;
        if (unread > limit) {
            life.abort(CloseReason.of(CloseReason.Code.GAVE_UP, "the peer does not read its answers"));
        }
    }
}
