package org.gotalk.jakarta.internal.websocket;

import java.time.Duration;

/**
 * Whether a peer has made a send wait a short time ago. The longer a peer goes on to do so, the longer nobody sends to it
 * on a thread that it could hold up. Used by one thread at a time.
 */
final class SlowPeer {

    /** A send that takes longer has waited for the peer, in nanoseconds. */
    static final long WAITED = Duration.ofMillis(100).toNanos();

    static final long MIN_SPAN = Duration.ofSeconds(1).toNanos();
    static final long MAX_SPAN = Duration.ofMinutes(2).toNanos();

    private long span;
    private long until;

    /** Whether the next send at this time should not hold a thread up. */
    boolean isSlow(long now) {
        return span > 0 && now - until < 0;
    }

    /** A send on a thread that it could hold up took from then to then. */
    void sent(long from, long to) {
        if (to - from < WAITED) {
            span = 0;
        } else {
            span = Math.min(MAX_SPAN, Math.max(MIN_SPAN, 2 * span));
            until = to + span;
        }
    }
}
