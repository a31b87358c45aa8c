package org.gotalk.internal.engine;

import java.time.Duration;

/**
 * Finds peers that block threads by not reading. A peer may block a thread for the write timeout; if many do, only for
 * a short time. Used by the engine's tick only.
 */
final class StallDetector {

    /** Blocked threads beyond which the shorter time applies. */
    static final int MAX_HELD = 16;

    /** The shorter time. */
    static final Duration MOMENT = Duration.ofSeconds(1);

    private final Duration writeTimeout;
    private int held; // at the last tick
    private int counted; // at this one

    StallDetector(Duration writeTimeout) {
        this.writeTimeout = writeTimeout;
    }

    /** Begins a round over all connections. */
    void begin() {
        held = counted;
        counted = 0;
    }

    /** Whether a connection has blocked a thread for too long. */
    boolean isStalled(Stall stall, boolean holdsThread, long now) {
        if (!holdsThread) {
            stall.since = Stall.NEVER;
            return false;
        }
        if (stall.since == Stall.NEVER) {
            stall.since = now;
        }
        counted++;
        Duration maxWait = held > MAX_HELD && MOMENT.compareTo(writeTimeout) < 0 ? MOMENT : writeTimeout;
        return now - stall.since > maxWait.toNanos();
    }

    /** Since when a connection blocks a thread. */
    static final class Stall {

        private static final long NEVER = Long.MIN_VALUE;

        private long since = NEVER;
    }
}
