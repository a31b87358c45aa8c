package org.gotalk.jakarta.internal.websocket;

import java.time.Duration;

/**
 * Whether a peer has recently made a send wait. Each time that this recurs, the time doubles in which no thread sends
 * to it that it could block. Used by one thread at a time.
 */
final class SlowPeer {

    /** A send that takes longer has waited for the peer, in nanoseconds. */
    static final long WAITED = Duration.ofMillis(100).toNanos();

    static final long MIN_SPAN = Duration.ofSeconds(1).toNanos();
    static final long MAX_SPAN = Duration.ofMinutes(2).toNanos();

    private long span;
    private long until;

    /** Whether the next send must not block a thread. */
    boolean isSlow(long now) {
        return span > 0 && now - until < 0;
    }

    /** Records the begin and end of a send on a thread that the peer could block. */
    void sent(long from, long to) {
        if (to - from < WAITED) {
            span = 0;
        } else {
            span = Math.min(MAX_SPAN, Math.max(MIN_SPAN, 2 * span));
            until = to + span;
        }
    }
}
