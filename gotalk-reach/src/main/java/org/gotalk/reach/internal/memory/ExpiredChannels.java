package org.gotalk.reach.internal.memory;

import java.util.concurrent.atomic.AtomicLong;

/** When the next look for channels is due of which everything kept has expired. */
final class ExpiredChannels {

    /** Time between two looks, in milliseconds. */
    static final long INTERVAL = 10_000;

    private final AtomicLong next = new AtomicLong();

    /** Whether the caller shall look now. */
    boolean isDue(long now) {
        long due = next.get();
        return now >= due && next.compareAndSet(due, now + INTERVAL);
    }
}
