package org.gotalk.reach.internal.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.KeptMessage;
import org.gotalk.reach.spi.Slice;

/** The last messages of a channel. Guarded by the {@link Channel}. */
final class KeptMessages {

    private final KeptBytes bytes;
    private final Deque<Entry> entries = new ArrayDeque<>(0);
    private Keep keep = Keep.NOTHING;

    KeptMessages(KeptBytes bytes) {
        this.bytes = bytes;
    }

    /** Keeps a message; the oldest make way for it. One without room is a gap, and what is older is of no use any more. */
    void add(Position position, byte[] message, Keep newKeep, long now) {
        keep = newKeep;
        expire(now);
        if (keep.isNothing()) {
            return;
        }
        while (entries.size() >= keep.count()) {
            removeFirst();
        }
        while (!bytes.add(message.length)) {
            if (entries.isEmpty()) {
                return;
            }
            removeFirst();
        }
        entries.addLast(new Entry(new KeptMessage(position, message), now));
    }

    void expire(long now) {
        long oldest = now - keep.age().toMillis();
        while (!entries.isEmpty()
                && (entries.size() > keep.count() || entries.getFirst().time() < oldest)) {
            removeFirst();
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Those after an offset, the oldest of them. */
    List<KeptMessage> after(long offset, int limit) {
        List<KeptMessage> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.message().position().offset() > offset && found.size() < limit) {
                found.add(entry.message());
            }
        }
        return found;
    }

    /** The state of what is kept after an offset, when the last message has another one. */
    Slice.State stateAfter(long offset, long last) {
        long first = entries.isEmpty()
                ? last + 1
                : entries.getFirst().message().position().offset();
        return first <= offset + 1 ? Slice.State.OK : Slice.State.GAP;
    }

    private void removeFirst() {
        bytes.remove(entries.removeFirst().message().bytes().length);
    }

    private record Entry(KeptMessage message, long time) {}
}
