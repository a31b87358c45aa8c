package org.gotalk.internal.engine.shared;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * How many workers the executor really runs at once, which may be fewer than it should: it refuses some, or takes them and
 * never begins to run them. Used under the lock of the {@link WorkersState}.
 */
final class ExecutorCapacity {

    /** How long the executor is not asked for a further thread after it has refused one, in nanoseconds. */
    static final long ASK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    /** After this long, a worker that the executor took is not expected to begin soon, in nanoseconds. */
    static final long MAX_START = TimeUnit.SECONDS.toNanos(1);

    private final int max;
    private int known;
    private boolean isRefusing;
    private long refusedAt;
    private boolean isTold;

    ExecutorCapacity(int max) {
        this.max = max;
        this.known = max;
    }

    /** Whether one more worker may be submitted beside those that there are. */
    boolean hasRoom(int workers, long now) {
        return workers < max && (workers == 0 || !isRefusing || now - refusedAt >= ASK_AGAIN);
    }

    /** The executor has refused a worker beside these. */
    void refused(int workers, long now) {
        isRefusing = true;
        refusedAt = now;
        known = Math.max(1, workers);
    }

    /** A worker has begun, which makes so many. */
    void began(int workers) {
        isRefusing = false;
        known = workers >= known ? max : known;
    }

    /** A worker does not begin, beside these that have. */
    void isLate(int workers) {
        known = Math.max(1, workers);
    }

    /** The share of it that is in use, from 0 to 1. */
    double load(int running) {
        return Math.min(1, (double) running / known);
    }

    /** Says once that there are fewer threads than expected, where that holds work up. */
    void tellOnce() {
        if (known < max && !isTold) {
            isTold = true;
            Workers.LOG.log(
                    Level.WARNING,
                    "The executor runs only {0} tasks at once, where {1} were expected; further requests wait, and are"
                            + " refused for the time being if that takes too long. Give the executor more threads, or"
                            + " expect fewer",
                    known,
                    max);
        }
    }
}
