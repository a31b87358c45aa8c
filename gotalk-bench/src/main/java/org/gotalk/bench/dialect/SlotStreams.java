package org.gotalk.bench.dialect;

import java.util.HashMap;
import java.util.Map;

/** Which slot has which stream. */
final class SlotStreams {

    private final Map<Integer, Integer> slots = new HashMap<>();
    private int last = -1;

    /** The next odd id. */
    int begin(int slot) {
        last += 2;
        slots.put(last, slot);
        return last;
    }

    int end(int stream) {
        Integer slot = slots.remove(stream);
        if (slot == null) {
            throw new IllegalStateException("an answer that nobody asked for: stream " + stream);
        }
        return slot;
    }
}
