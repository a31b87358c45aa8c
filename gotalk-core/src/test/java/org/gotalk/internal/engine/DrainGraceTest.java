package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** How long a connection that drains may take, and what becomes of what is not done by then. */
class DrainGraceTest extends Draining {

    @Test
    void whenTheGraceIsOverWhatIsQueuedIsSentAndTheRestIsLost() {
        Sock sock = busyWith(2);
        drain(sock);
        finish(0, "first");
        fixture.scheduler.advance(GRACE.minusMillis(1));
        assertStillOpen();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertDrained();
        finish(1, "late");
        assertThat(peer.hears()).isEqualTo("R000000000005first");
    }

    @Test
    void theCloseWaitsUntilThePeerHasReadItsAnswers() {
        Sock sock = busyWith(1);
        peer.stopsReading();
        sock.notify("note", "x");
        drain(sock);
        finish(0, "done");
        assertStillOpen();
        peer.readsAgain();
        assertThat(peer.hears()).endsWith("R000000000004done");
        assertDrained();
    }

    @Test
    void aPeerThatDoesNotReadIsWaitedForNoLongerThanAtAnyClose() {
        Sock sock = busyWith(1);
        peer.stopsReading();
        sock.notify("note", "x");
        drain(sock);
        finish(0, "done");
        fixture.scheduler.advance(Duration.ofSeconds(10).plus(Engine.TICK));
        assertDrained();
    }

    @Test
    void noGraceIsAClose() {
        Sock sock = busyWith(1);
        CompletionStage<CloseReason> unused = sock.drain(Duration.ZERO);
        assertThat(peer.closeCodes()).containsExactly(1012);
    }

    @Test
    void aGraceBeyondAllClocksDoesNoHarm() {
        Sock sock = busyWith(1);
        CompletionStage<CloseReason> unused = sock.drain(Duration.ofSeconds(Long.MAX_VALUE));
        finish(0, "done");
        assertDrained();
    }

    @Test
    void aNegativeGraceIsRefused() {
        Sock sock = fixture.connected(peer);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sock.drain(Duration.ofMillis(-1)))
                .withMessage("grace is PT-0.001S, but must not be negative");
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.engine.drain(Duration.ofMillis(-1)));
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void aFurtherCallMayShortenTheGraceButNotStretchIt() {
        Sock sock = busyWith(1);
        drain(sock);
        CompletionStage<CloseReason> longer = sock.drain(GRACE.multipliedBy(2));
        CompletionStage<CloseReason> shorter = sock.drain(Duration.ofSeconds(1));
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertDrained();
        assertThat(longer.toCompletableFuture()).isDone();
        assertThat(shorter.toCompletableFuture()).isDone();
    }

    @Test
    void drainingWhatIsClosedChangesNothing() {
        Sock sock = fixture.connected(peer);
        sock.close();
        CompletableFuture<CloseReason> end = sock.drain(GRACE).toCompletableFuture();
        fixture.executor.runAll();
        assertThat(end).isCompletedWithValue(CloseReason.NORMAL);
        assertThat(peer.closeCodes()).containsExactly(1000);
    }

    @Test
    void noTimerIsLeftBehind() {
        int before = fixture.scheduler.pending();
        Sock sock = busyWith(1);
        drain(sock);
        finish(0, "done");
        assertDrained();
        fixture.scheduler.advance(PeriodicCheck.INTERVAL);
        assertThat(fixture.scheduler.pending()).isEqualTo(before);
    }

    @Test
    void anEngineDrainsAllItsConnectionsAndTakesNoMore() {
        busyWith(1);
        RawPeer idle = new RawPeer();
        fixture.connected(idle);
        CompletableFuture<Void> end = fixture.engine.drain(GRACE).toCompletableFuture();
        fixture.executor.runAll();
        assertThat(idle.closeCodes()).containsExactly(1012);
        assertStillOpen();
        assertThat(end).isNotDone();
        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.connecting(new RawPeer()))
                .withMessage("the engine is closed");
        finish(0, "done");
        assertDrained();
        assertThat(end).isCompleted();
        assertThat(fixture.application.events()).containsSequence("closed GOING_AWAY");
    }

    @Test
    void anEngineWithoutConnectionsIsDrainedAtOnceAndLeavesNoTimer() {
        assertThat(fixture.engine.drain(GRACE).toCompletableFuture()).isCompleted();
        fixture.scheduler.advance(Engine.TICK);
        assertThat(fixture.scheduler.pending()).isZero();
    }
}
