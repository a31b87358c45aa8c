package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.Limits;

/** How long a refused peer is asked to wait: at random, so that those refused together do not come back together. */
public final class RetryDelay {

    private RetryDelay() {}

    /** A time between the two bounds, both included. */
    static Duration random(Limits limits) {
        long shortest = limits.minRetryWait().toMillis();
        long longest = limits.maxRetryWait().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, longest + 1));
    }
}
