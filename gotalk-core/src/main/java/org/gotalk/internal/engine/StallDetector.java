package org.gotalk.internal.engine;

import java.time.Duration;

/**
 * Finds peers that hold threads because they do not read. One may hold a thread for as long as a write may take; where many
 * do, so that others would suffer, only for a moment. Touched by the engine's tick alone.
 */
final class StallDetector {

    /** Threads that peers may hold before they have less time. */
    static final int MAX_HELD = 16;

    /** Their time then. */
    static final Duration MOMENT = Duration.ofSeconds(1);

    private final Duration writeTimeout;
    private int held; // at the last tick
    private int counted; // at this one

    StallDetector(Duration writeTimeout) {
        this.writeTimeout = writeTimeout;
    }

    /** A look at all connections begins. */
    void begin() {
        held = counted;
        counted = 0;
    }

    /** Looks at one connection; whether it has held a thread for too long. */
    boolean isStalled(Stall stall, boolean holdsThread, long now) {
        if (!holdsThread) {
            stall.since = Stall.NEVER;
            return false;
        }
        if (stall.since == Stall.NEVER) {
            stall.since = now;
        }
        counted++;
        Duration patience = held > MAX_HELD && MOMENT.compareTo(writeTimeout) < 0 ? MOMENT : writeTimeout;
        return now - stall.since > patience.toNanos();
    }

    /** Since when one connection holds a thread. */
    static final class Stall {

        private static final long NEVER = Long.MIN_VALUE;

        private long since = NEVER;
    }
}
