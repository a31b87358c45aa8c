package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.internal.engine.shared.EngineSettings;

/** Checks how long the peer has been silent. */
final class Timeouts {

    private final Duration handshake;
    private final Duration read;
    private final long startedAt;
    private volatile long readAt;

    /** Those of a connection that begins now. */
    static Timeouts of(EngineSettings settings) {
        return new Timeouts(
                settings.handshakeTimeout(),
                settings.limits().readTimeout(),
                settings.scheduler().nanoTime());
    }

    Timeouts(Duration handshake, Duration read, long now) {
        this.handshake = handshake;
        this.read = read;
        this.startedAt = now;
        this.readAt = now;
    }

    /** Bytes were received. */
    void heard(long now) {
        readAt = now;
    }

    /** What is late; empty if nothing is. */
    Optional<String> late(long now, boolean isHandshake) {
        if (isHandshake && isOver(handshake, startedAt, now)) {
            return Optional.of("no protocol version within " + handshake);
        }
        return isOver(read, readAt, now) ? Optional.of("nothing came for " + read) : Optional.empty();
    }

    static boolean isOver(Duration span, long since, long now) {
        return now - since >= span.toNanos();
    }
}
