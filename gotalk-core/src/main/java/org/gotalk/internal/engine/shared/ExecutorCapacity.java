package org.gotalk.internal.engine.shared;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * How many workers the executor really runs at once: it may reject some, or accept them without starting them. Used
 * under the lock of {@link WorkersState}.
 */
final class ExecutorCapacity {

    /** Time between a rejection and the next submission, in nanoseconds. */
    static final long ASK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    /** Maximum expected time until a worker starts, in nanoseconds. */
    static final long MAX_START = TimeUnit.SECONDS.toNanos(1);

    private final int max;
    private final String remedy;
    private int known;
    private boolean isRefusing;
    private long refusedAt;
    private boolean isTold;

    /**
     * Nothing is known of the executor yet.
     *
     * @param max maximum workers at work; as many more may block for peers
     * @param remedy what gives the executor more threads, for the log
     */
    ExecutorCapacity(int max, String remedy) {
        this.max = max;
        this.remedy = remedy;
        this.known = most();
    }

    /**
     * Whether a further worker may be submitted.
     *
     * @param awaiting those of the workers that block for peers
     */
    boolean hasRoom(int workers, int awaiting, long now) {
        return workers - awaiting < max
                && workers < most()
                && (workers == 0 || !isRefusing || now - refusedAt >= ASK_AGAIN);
    }

    /** The executor rejected a worker in addition to these. */
    void refused(int workers, long now) {
        isRefusing = true;
        refusedAt = now;
        known = Math.max(1, workers);
    }

    /** A worker has started, which makes this many. */
    void began(int workers) {
        isRefusing = false;
        known = workers >= known ? most() : known;
    }

    /** A worker does not start, in addition to these. */
    void isLate(int workers) {
        known = Math.max(1, workers);
    }

    /** The share in use, from 0 to 1: of the workers at work, or of the executor's threads if that is more. */
    double load(int running, int awaiting) {
        return Math.min(1, Math.max((double) (running - awaiting) / max, (double) running / known));
    }

    /** Warns once if fewer threads than expected delay work. */
    void tellOnce() {
        if (known < max && !isTold) {
            isTold = true;
            LOG.log(
                    Level.WARNING,
                    "The executor runs only {0} tasks at once, but {1} are expected. Further requests wait, and are"
                            + " refused if the wait is too long. {2}",
                    known,
                    max,
                    remedy);
        }
    }

    private int most() {
        return (int) Math.min(2L * max, Integer.MAX_VALUE);
    }
}
