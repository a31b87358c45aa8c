package org.gotalk.internal.engine.outbound;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.Message;

/**
 * What one stream has to send, in order. Belongs to the {@link Outbox} that opened it: everything in here is used under
 * its lock.
 */
public final class Lane {

    /** What a part costs besides its bytes, so that parts of one byte are bounded, too. */
    static final long COST_OF_A_PART = 64;

    private final StreamMessages form;
    private final SendListener whenFirstIsSent;
    final Deque<QueuedMessage> queue = new ArrayDeque<>();
    final Deque<LaneWrite> waiting = new ArrayDeque<>(); // for room in the queue
    long cost; // of what is queued
    public boolean begun; // a part was written
    boolean ended; // takes nothing more

    public Lane(StreamMessages form, SendListener whenFirstIsSent) {
        this.form = form;
        this.whenFirstIsSent = whenFirstIsSent;
    }

    public StreamMessages form() {
        return form;
    }

    /** A message of the stream as it is queued; the first is watched. */
    QueuedMessage next(Message message) {
        SendListener handover = begun ? SendListener.UNWATCHED : whenFirstIsSent;
        begun = true;
        return new QueuedMessage(EncodedMessage.of(message), handover);
    }

    /** Of the message for which it waits to have room. */
    long nextCost() {
        return costOf(waiting.element().left.element());
    }

    static long costOf(QueuedMessage message) {
        return message.size() + COST_OF_A_PART;
    }
}
