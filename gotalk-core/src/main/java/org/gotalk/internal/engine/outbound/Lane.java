package org.gotalk.internal.engine.outbound;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.Message;
import org.jspecify.annotations.Nullable;

/** The queue of one stream. Used under the lock of its {@link Outbox}. */
public final class Lane {

    /** Overhead of a part in addition to its bytes, which also bounds tiny parts. */
    static final long COST_OF_A_PART = 64;

    private final StreamMessages form;
    private final SendListener whenFirstIsSent;
    private @Nullable Message before; // set before the first message
    final Deque<QueuedMessage> queue = new ArrayDeque<>();
    final Deque<LaneWrite> waiting = new ArrayDeque<>(); // for room in the queue
    long cost; // of what is queued
    public boolean begun; // a part was written
    boolean ended; // accepts no more parts

    public Lane(StreamMessages form, SendListener whenFirstIsSent) {
        this.form = form;
        this.whenFirstIsSent = whenFirstIsSent;
    }

    public StreamMessages form() {
        return form;
    }

    /** Sends a message directly before the first one. Called before that is made. */
    public void sendsBefore(Message message) {
        before = message;
    }

    /** The first message, with the one that is sent before it. */
    public EncodedMessage first(Message message) {
        EncodedMessage encoded = EncodedMessage.of(message);
        return before == null ? encoded : encoded.behind(before);
    }

    /** Makes the next message; the first has the listener. */
    QueuedMessage next(Message message) {
        if (begun) {
            return new QueuedMessage(EncodedMessage.of(message), SendListener.UNWATCHED);
        }
        begun = true;
        return new QueuedMessage(first(message), whenFirstIsSent);
    }

    /** The cost of the message that waits for room. */
    long nextCost() {
        return costOf(waiting.element().left.element());
    }

    static long costOf(QueuedMessage message) {
        return message.size() + COST_OF_A_PART;
    }
}
