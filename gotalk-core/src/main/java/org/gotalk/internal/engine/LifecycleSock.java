package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;

/** A connection for the application, as far as it is about its beginning and end. */
abstract class LifecycleSock implements EngineSock {

    private static final CloseReason DRAINED = CloseReason.of(CloseReason.Code.GOING_AWAY, "drained");

    private final Lifecycle life;

    LifecycleSock(Lifecycle life) {
        this.life = life;
    }

    final Lifecycle life() {
        return life;
    }

    @Override
    public final Optional<Heartbeat> heartbeat() {
        return life.heartbeat();
    }

    @Override
    public final boolean isOpen() {
        return life.isOpen();
    }

    @Override
    public final boolean mayComeBack() {
        return life.mayComeBack();
    }

    @Override
    public final CompletionStage<EngineSock> opened() {
        return life.futures().whenOpened();
    }

    @Override
    public final CompletionStage<CloseReason> ended() {
        return life.futures().whenEnded();
    }

    @Override
    public final CompletionStage<CloseReason> closed() {
        return life.futures().whenClosed();
    }

    @Override
    public final void close(CloseReason reason) {
        life.close(reason);
    }

    @Override
    public final CompletionStage<CloseReason> drain(Duration grace) {
        life.drain(grace, DRAINED);
        return closed();
    }
}
