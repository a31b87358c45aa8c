package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.Limits;

/** The retry delay of refused peers: random, so that they do not all return at once. */
public final class RetryDelay {

    private RetryDelay() {}

    /** A time between the two limits, inclusive. */
    public static Duration random(Limits limits) {
        long shortest = limits.minRetryWait().toMillis();
        long longest = limits.maxRetryWait().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, longest + 1));
    }
}
