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

/** Heartbeats of both sides, and what else is sent at intervals: sends this side's and delivers the peer's. */
final class Heartbeats {

    private static final int MAX_LOAD = 0xffff;
    private static final long UINT32 = 0xffff_ffffL;

    private final EngineSettings settings;
    private final ConnectionParts parts;
    private final Consumer<Heartbeat> application;
    private final AtomicReference<@Nullable Heartbeat> undelivered = new AtomicReference<>();
    private volatile @Nullable Heartbeat last;
    private long sentAt; // used only by the engine's tick

    /**
     * Has neither sent nor received a heartbeat.
     *
     * @param application receives heartbeats on the executor, one at a time
     */
    Heartbeats(EngineSettings settings, ConnectionParts parts, Consumer<Heartbeat> application) {
        this.settings = settings;
        this.parts = parts;
        this.application = application;
        sentAt = settings.scheduler().nanoTime();
    }

    /** Sends a heartbeat if one is due, and an acknowledgement. */
    void tick(long now) {
        parts.resumption().tick(now);
        Duration interval = settings.limits().heartbeatInterval();
        if (!interval.isZero() && now - sentAt >= interval.toNanos()) {
            sentAt = now;
            long time = settings.scheduler().epochSeconds() & UINT32;
            parts.outbox()
                    .offer(
                            EncodedMessage.of(new org.gotalk.internal.wire.message.HeartbeatMessage(
                                    (int) Math.round(load() * MAX_LOAD), time)),
                            SendListener.UNWATCHED);
        }
    }

    /** A heartbeat arrived. It replaces one that is not delivered yet, so a flood of heartbeats costs nothing. */
    void received(org.gotalk.internal.wire.message.HeartbeatMessage message) {
        Heartbeat heartbeat = new Heartbeat((double) message.load() / MAX_LOAD, Instant.ofEpochSecond(message.time()));
        last = heartbeat;
        if (undelivered.getAndSet(heartbeat) == null) {
            parts.serial().add(this::deliver);
        }
    }

    /** The last heartbeat of the peer. */
    Optional<Heartbeat> last() {
        return Optional.ofNullable(last);
    }

    /** The load of this connection's permits or of the shared workers, whichever is higher. */
    private double load() {
        return Math.max(parts.requests().load(), settings.workers().load());
    }

    private void deliver() {
        Heartbeat heartbeat = undelivered.getAndSet(null);
        if (heartbeat != null) {
            application.accept(heartbeat);
        }
    }
}
