package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** In which order an application is told of a connection. */
class LifecycleTest {

    private final EngineFixture fixture = new EngineFixture();
    private final RawPeer peer = new RawPeer();

    @Test
    void openedComesBeforeTheFirstRequestAndTheFirstNotification() {
        fixture.application
                .handlers()
                .handleBuffer("op", (from, name, payload) -> noted("request"))
                .handleBufferNotification("note", (from, name, payload) -> fixture.application.note("notification"));
        fixture.connecting(peer);
        peer.says("01n004note00000000r0001002op00000000");
        fixture.executor.runAll();
        assertThat(fixture.application.events().get(0)).isEqualTo("opened");
        assertThat(fixture.application.events()).containsOnlyOnce("request", "notification");
    }

    @Test
    void closedComesAfterTheLastNotification() {
        fixture.application
                .handlers()
                .handleBufferNotification("note", (from, name, payload) -> fixture.application.note("notification"));
        fixture.connecting(peer);
        peer.says("01n004note00000000");
        peer.vanishes(1000);
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened", "notification", "closed NORMAL");
    }

    @Test
    void failureWhenOpenedDoesNotKeepRequestsFromRunning() {
        fixture.application.handlers().handleBuffer("op", (from, name, payload) -> noted("request"));
        fixture.application.failWhenOpened();
        fixture.connected(peer);
        peer.says("r0001002op00000000");
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("request");
    }

    @Test
    void stageOfTheEndCompletesWithTheReason() {
        Sock sock = fixture.connected(peer);
        CompletableFuture<CloseReason> end = sock.closed().toCompletableFuture();
        peer.vanishes(1001);
        assertThat(end).isNotDone();
        fixture.executor.runAll();
        assertThat(end.join().code()).isEqualTo(CloseReason.Code.GOING_AWAY);
    }

    @Test
    void requestsThatWaitWhenTheConnectionClosesDoNotRun() {
        fixture.application.handlers().handleBuffer("op", (from, name, payload) -> noted("request"));
        Sock sock = fixture.connected(peer);
        peer.says("r0001002op00000000");
        sock.close();
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened", "closed NORMAL");
    }

    @Test
    void closedEngineClosesItsConnectionsAndTakesNoMore() {
        fixture.connected(peer);
        fixture.engine.close();
        assertThat(peer.closeCodes()).containsExactly(1012);
        assertThat(fixture.engine.connections()).isZero();
        assertThatThrownBy(() -> fixture.connecting(new RawPeer())).hasMessage("the engine is closed");
    }

    @Test
    void closedEngineLeavesNoTimerBehind() {
        fixture.connected(peer);
        fixture.engine.close();
        fixture.scheduler.advance(Engine.TICK);
        assertThat(fixture.scheduler.pending()).isZero();
    }

    @Test
    void openedIsToldEvenWhereTheExecutorIsFullAtFirst() {
        fixture.connecting(peer);
        fixture.executor.isFull(true);
        peer.says("01");
        fixture.executor.isFull(false);
        fixture.scheduler.advance(Engine.TICK);
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened");
    }

    private CompletableFuture<byte[]> noted(String event) {
        fixture.application.note(event);
        return CompletableFuture.completedFuture(new byte[0]);
    }
}
