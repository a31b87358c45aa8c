package org.gotalk.bench.dialect;

import java.util.Arrays;

/** Slots in the order in which they were used. */
final class SlotQueue {

    private int[] ring = new int[64];
    private int first;
    private int count;

    void add(int slot) {
        if (count == ring.length) {
            int[] larger = Arrays.copyOf(Arrays.copyOfRange(ring, first, ring.length), 2 * ring.length);
            System.arraycopy(ring, 0, larger, ring.length - first, first);
            ring = larger;
            first = 0;
        }
        ring[(first + count++) % ring.length] = slot;
    }

    int take() {
        if (count == 0) {
            throw new IllegalStateException("an answer that nobody asked for");
        }
        int slot = ring[first];
        first = (first + 1) % ring.length;
        count--;
        return slot;
    }
}
