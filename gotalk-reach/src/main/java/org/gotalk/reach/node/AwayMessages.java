package org.gotalk.reach.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.gotalk.reach.Position;
import org.gotalk.reach.SessionLimits;
import org.jspecify.annotations.Nullable;

/** The messages of rooms for a peer without a connection, within bounds. Used under the lock of the {@link PeerSession}. */
final class AwayMessages {

    /** What a session without a connection costs besides its messages, in bytes, as measured. */
    private static final long OVERHEAD = 6 * 1024;

    /** What a member of a room costs, in bytes, as measured. */
    private static final long SUBJECT = 1536;

    private final SessionLimits limits;
    private final AwayBytes all;
    private final Deque<AwayMessage> messages = new ArrayDeque<>(0);
    private final Map<String, Delivered> deliveredDirectly = new HashMap<>(0);
    private long bytes;
    private long held; // besides the messages
    private boolean isIncomplete;

    AwayMessages(SessionLimits limits, AwayBytes all) {
        this.limits = limits;
        this.all = all;
    }

    /** The peer has no connection any more; what was sent to it may have to be repeated. */
    void begin(long sentBytes, int subjects) {
        if (held == 0) {
            held = sentBytes + OVERHEAD + subjects * SUBJECT;
            all.add(held);
        }
    }

    /** Keeps a message, unless the next connection had it already. Past a bound, none is kept: never a part. */
    void add(AwayMessage message) {
        Delivered known = deliveredDirectly.get(message.subject());
        if (isIncomplete || (known != null && known.has(message.position()))) {
            return;
        }
        messages.addLast(message);
        count(message.size());
        if (messages.size() > limits.maxMessages() || bytes > limits.maxBytes()) {
            lost();
        }
    }

    /** Puts a message back that was taken. */
    void putBack(AwayMessage message) {
        messages.addFirst(message);
        count(message.size());
    }

    /** Takes the first; null for none. */
    @Nullable
    AwayMessage poll() {
        AwayMessage next = messages.pollFirst();
        if (next != null) {
            count(-next.size());
        }
        return next;
    }

    /** A message could not be sent and is not kept. */
    void lost() {
        isIncomplete = true;
        clear();
    }

    /** Whether a message is missing. */
    boolean isIncomplete() {
        return isIncomplete;
    }

    /** From here on nothing is missing. */
    void isWholeAgain() {
        isIncomplete = false;
    }

    /** A subject's messages between two positions went to the next connection before the session did. */
    void wereDelivered(String subject, Delivered delivered) {
        deliveredDirectly.put(subject, delivered);
        remove(message -> message.subject().equals(subject) && delivered.has(message.position()));
    }

    /** The peer is not to get what was kept of a subject. */
    void forget(String subject) {
        remove(message -> message.subject().equals(subject));
    }

    private void remove(Predicate<AwayMessage> condition) {
        for (Iterator<AwayMessage> kept = messages.iterator(); kept.hasNext(); ) {
            AwayMessage message = kept.next();
            if (condition.test(message)) {
                kept.remove();
                count(-message.size());
            }
        }
    }

    /** Nothing is kept any more. */
    void clear() {
        all.remove(bytes + held);
        messages.clear();
        deliveredDirectly.clear();
        bytes = 0;
        held = 0;
    }

    private void count(long size) {
        bytes += size;
        all.add(size);
    }

    /** Messages that went directly to the next connection: those after the first position up to the last. */
    record Delivered(Position after, Position upTo) {

        boolean has(Position position) {
            return position.isAfter(after) && !position.isAfter(upTo);
        }
    }
}
