package org.gotalk.redis.internal.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.gotalk.reach.Position;
import org.gotalk.redis.internal.data.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Puts the messages of a channel in order, those that arrive and those that are read because some were missing, and
 * delivers each once. Methods that return a boolean say whether what comes after {@link #last()} is to be read now; its
 * outcome comes to {@link #read}. For the engine thread alone.
 */
final class ChannelOrder {

    /** Messages that wait for those before them; further ones are read later. */
    private static final int MOST_HELD = 1000;

    private final BiConsumer<Position, byte[]> delivery;
    private final SeenNumbers seen = new SeenNumbers();
    private final Deque<Entry> held = new ArrayDeque<>(0);
    private @Nullable Position last;
    private @Nullable String epochBefore;
    private @Nullable Position head; // what the engine has said last
    private @Nullable String epochToLeave; // since the head is of another one
    private int heldBefore; // of those held, how many came before the read that is under way
    private boolean isReading;
    private boolean hasDropped;

    ChannelOrder(BiConsumer<Position, byte[]> delivery) {
        this.delivery = delivery;
    }

    /** The place of the last message that was delivered, or before the first one; null before the engine has said it. */
    @Nullable
    Position last() {
        return last;
    }

    /** A message has arrived. */
    boolean arrived(Entry entry) {
        if (last != null && !isReading) {
            return take(entry, false);
        }
        if (held.size() < MOST_HELD) {
            held.add(entry);
        } else {
            hasDropped = true;
        }
        return false;
    }

    /** The engine says which message is the last. All later ones arrive. */
    boolean head(Position newHead) {
        if (last == null) {
            last = newHead;
            return takeHeld();
        }
        boolean isKnown = isSame(newHead, head) || isSame(newHead, last) || last.isAfter(newHead);
        if (isReading || isKnown) {
            return false;
        }
        head = newHead;
        epochToLeave = newHead.epoch().equals(last.epoch()) ? null : last.epoch();
        return beginToRead();
    }

    /**
     * What the engine has kept after {@link #last()}, the oldest first.
     *
     * @param isAll whether there is no more of it
     */
    boolean read(List<Entry> entries, boolean isAll) {
        Position before = last;
        entries.forEach(this::takeRead);
        boolean hasProgress = last != null && !isSame(last, before);
        if (!isAll && hasProgress) {
            return beginToRead();
        }
        if (hasDropped) {
            hasDropped = false;
            return beginToRead();
        }
        isReading = false;
        leaveEpoch();
        return takeHeld();
    }

    /** Where nothing is kept of the epoch that the engine is in, its first message follows. */
    private void leaveEpoch() {
        if (head != null && last != null && last.epoch().equals(epochToLeave)) {
            moveTo(Position.startOf(head.epoch()));
        }
        epochToLeave = null;
    }

    private boolean beginToRead() {
        isReading = true;
        heldBefore = held.size();
        return true;
    }

    /** Takes those that were held; of what is missing before the first of them nothing is kept any more. */
    private boolean takeHeld() {
        int count = heldBefore;
        heldBefore = 0;
        while (!held.isEmpty()) {
            if (take(held.remove(), count-- > 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(Entry entry, boolean wasReadBefore) {
        if (isOld(entry)) {
            return false;
        }
        if (!wasReadBefore && entry.isKept() && !follows(entry)) {
            held.addFirst(entry);
            return beginToRead();
        }
        deliver(entry);
        return false;
    }

    private void takeRead(Entry entry) {
        if (!isOld(entry)) {
            deliver(entry);
        }
    }

    private boolean isOld(Entry entry) {
        Position position = entry.position();
        if (position.epoch().equals(epochBefore)) {
            return true;
        }
        return last != null && position.epoch().equals(last.epoch()) && !position.isAfter(last);
    }

    private boolean follows(Entry entry) {
        return last != null && isSame(entry.position(), new Position(last.epoch(), last.offset() + 1));
    }

    /** Not {@code equals}: that of records has Java 17 keep the class loader of the last record that was compared. */
    private static boolean isSame(Position position, @Nullable Position other) {
        return other != null
                && position.offset() == other.offset()
                && position.epoch().equals(other.epoch());
    }

    private void deliver(Entry entry) {
        moveTo(entry.position());
        if (seen.add(entry.publisher(), entry.number())) {
            delivery.accept(entry.position(), entry.message());
        }
    }

    private void moveTo(Position position) {
        if (last != null && !last.epoch().equals(position.epoch())) {
            epochBefore = last.epoch();
        }
        last = position;
    }
}
