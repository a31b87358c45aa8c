package org.gotalk.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gotalk.Heartbeat;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.EncodedMessage;
import org.jspecify.annotations.Nullable;

/** Signs of life both ways: this side's, sent as time passes, and those of the peer. */
final class Heartbeats {

    private static final int MAX_LOAD = 0xffff;
    private static final long UINT32 = 0xffff_ffffL;

    private final EngineSettings settings;
    private final ConnectionParts parts;
    private final Consumer<Heartbeat> application;
    private final AtomicReference<@Nullable Heartbeat> untold = new AtomicReference<>();
    private volatile @Nullable Heartbeat last;
    private long sentAt; // touched by the engine's tick alone

    /** The application is told on the executor, of one at a time. */
    Heartbeats(EngineSettings settings, ConnectionParts parts, Consumer<Heartbeat> application) {
        this.settings = settings;
        this.parts = parts;
        this.application = application;
        sentAt = settings.scheduler().nanoTime();
    }

    /** Sends one if it is time. */
    void tick(long now) {
        Duration interval = settings.limits().heartbeatInterval();
        if (!interval.isZero() && now - sentAt >= interval.toNanos()) {
            sentAt = now;
            long time = settings.scheduler().epochSeconds() & UINT32;
            parts.outbox()
                    .offer(
                            EncodedMessage.of(new org.gotalk.internal.wire.HeartbeatMessage(
                                    (int) Math.round(load() * MAX_LOAD), time)),
                            SendListener.UNWATCHED);
        }
    }

    /** One of the peer. Where another waits to be told, this one takes its place: a flood of them costs nothing. */
    void received(org.gotalk.internal.wire.HeartbeatMessage message) {
        Heartbeat heartbeat = new Heartbeat((double) message.load() / MAX_LOAD, Instant.ofEpochSecond(message.time()));
        last = heartbeat;
        if (untold.getAndSet(heartbeat) == null) {
            parts.serial().add(this::tell);
        }
    }

    /** The last one of the peer. */
    Optional<Heartbeat> last() {
        return Optional.ofNullable(last);
    }

    /** Whichever is scarcer: permits of this connection, or workers, which all connections share. */
    private double load() {
        return Math.max(parts.requests().load(), settings.workers().load());
    }

    private void tell() {
        Heartbeat heartbeat = untold.getAndSet(null);
        if (heartbeat != null) {
            application.accept(heartbeat);
        }
    }
}
