package org.gotalk.redis.internal.link;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long after each failure, within bounds, and less by up to a half, so
 * that nodes which have lost the engine together do not come back together. For one thread at a time.
 */
public final class Backoff {

    private final long shortest; // in nanoseconds, as all times
    private final long longest;
    private final DoubleSupplier random;
    private long next;

    /** @param random from 0 to 1 */
    public Backoff(Duration shortest, Duration longest, DoubleSupplier random) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.random = random;
        next = this.shortest;
    }

    /** It works; the next failure is a first one. */
    public void reset() {
        next = shortest;
    }

    /** The wait after a failure. */
    public Duration afterFailure() {
        long wait = next;
        next = Math.min(longest, 2 * next);
        return Duration.ofNanos(wait - (long) (wait * random.getAsDouble() / 2));
    }
}
