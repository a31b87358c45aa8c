package org.gotalk.engine;

import java.util.concurrent.TimeUnit;

/**
 * Answers that are queued and wait a moment for those of the requests behind them, to go out with them. Where sending is
 * over at once, each answer would make a message of its own otherwise, where 64 small ones fit into one (docs/adr/0009).
 *
 * <p>Whoever holds an answer back sees to it that somebody comes to send it, however long the next handler runs.
 */
final class HeldAnswers {

    /** So long an answer is held back while handlers run, in nanoseconds. */
    static final long LONGEST = TimeUnit.MICROSECONDS.toNanos(100);

    private static final long NONE = 0;

    private final Outbox outbox;
    private final Watch watch;
    private volatile long since = NONE;

    HeldAnswers(Outbox outbox, Watch watch) {
        this.outbox = outbox;
        this.watch = watch;
    }

    /** One was queued. */
    void add() {
        if (since == NONE) {
            long now = watch.nanoTime();
            since = now == NONE ? 1 : now;
        }
    }

    /** Sends all. Those that are queued meanwhile are either sent with them, or known to be there afterwards. */
    void send() {
        since = NONE;
        outbox.pump();
    }

    /** Sends all if one of them has waited long enough. */
    void sendLate() {
        long oldest = since;
        if (oldest != NONE && watch.nanoTime() - oldest >= LONGEST) {
            send();
        }
    }
}
