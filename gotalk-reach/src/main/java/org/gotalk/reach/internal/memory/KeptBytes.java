package org.gotalk.reach.internal.memory;

import java.util.concurrent.atomic.AtomicLong;

/** The size of all messages that are kept, with a limit. */
final class KeptBytes {

    private final AtomicLong bytes = new AtomicLong();
    private final long max;

    KeptBytes(long max) {
        this.max = max;
    }

    /** Adds a message if it fits in. */
    boolean add(int size) {
        if (bytes.addAndGet(size) <= max) {
            return true;
        }
        bytes.addAndGet(-size);
        return false;
    }

    void remove(int size) {
        bytes.addAndGet(-size);
    }
}
