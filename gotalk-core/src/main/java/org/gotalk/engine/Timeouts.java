package org.gotalk.engine;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.Limits;

/** How long a peer has been silent, and whether that is too long. */
final class Timeouts {

    private final Limits limits;
    private final long startedAt;
    private volatile long readAt;

    Timeouts(Limits limits, long now) {
        this.limits = limits;
        this.startedAt = now;
        this.readAt = now;
    }

    /** Something came. */
    void heard(long now) {
        readAt = now;
    }

    /** What did not come in time; empty when nothing is late. */
    Optional<String> late(long now, boolean isHandshake) {
        if (isHandshake && isOver(limits.handshakeTimeout(), startedAt, now)) {
            return Optional.of("no protocol version within " + limits.handshakeTimeout());
        }
        return isOver(limits.readTimeout(), readAt, now)
                ? Optional.of("nothing came for " + limits.readTimeout())
                : Optional.empty();
    }

    static boolean isOver(Duration span, long since, long now) {
        return now - since >= span.toNanos();
    }
}
