package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * Finds connections whose network takes nothing of what is sent. That may be so for the write timeout; where threads
 * are blocked by it, and many are, only for a short time. A slow network that takes something now and then is none of
 * these. Used by the engine's tick only.
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

    /**
     * What is late on a connection; empty if nothing is.
     *
     * @param stalledFor how long the network has taken nothing of what is being sent, in nanoseconds; negative while
     *     nothing is being sent
     */
    Optional<String> late(Stall stall, long stalledFor, boolean holdsThread, long now) {
        if (!holdsThread) {
            stall.since = Stall.NEVER;
            return late(stalledFor, writeTimeout);
        }
        if (stall.since == Stall.NEVER) {
            stall.since = now;
        }
        counted++;
        Duration maxWait = held > MAX_HELD && MOMENT.compareTo(writeTimeout) < 0 ? MOMENT : writeTimeout;
        // Whatever holds the thread may be no send of ours, such as an answer to a ping.
        return late(stalledFor >= 0 ? stalledFor : now - stall.since, maxWait);
    }

    private static Optional<String> late(long stalledFor, Duration maxWait) {
        return stalledFor > maxWait.toNanos()
                ? Optional.of("nothing that was sent has got through for " + maxWait
                        + ": the peer does not read, or the network is down")
                : Optional.empty();
    }

    /** Since when a connection blocks a thread. */
    static final class Stall {

        private static final long NEVER = Long.MIN_VALUE;

        private long since = NEVER;
    }
}
