package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** How a connection ends without losing work. */
class DrainTest extends Draining {

    private static CompletionStage<byte[]> answer(String text) {
        return CompletableFuture.completedFuture(text.getBytes(UTF_8));
    }

    @Test
    void aConnectionAtRestClosesAtOnceAsGoingAway() {
        Sock sock = fixture.connected(peer);
        CompletableFuture<CloseReason> end = sock.drain(GRACE).toCompletableFuture();
        assertDrained();
        assertThat(end).isCompletedWithValueMatching(reason -> reason.code() == CloseReason.Code.GOING_AWAY);
    }

    @Test
    void requestsThatRunAreAnsweredBeforeTheClose() {
        drain(busyWith(1));
        assertStillOpen();
        finish(0, "done");
        assertThat(peer.hears()).isEqualTo("R000000000004done");
        assertDrained();
    }

    @Test
    void requestsThatWaitForAPermitAreAnsweredToo() {
        drain(busyWith(3));
        finish(0, "first");
        finish(1, "second");
        assertStillOpen();
        finish(2, "third");
        assertThat(peer.hears()).endsWith("R000200000005third");
        assertDrained();
    }

    @Test
    void furtherRequestsAreRefusedForTheTimeBeing() {
        drain(busyWith(1));
        peer.says("r0009" + SLOW);
        assertThat(peer.hears()).isEqualTo("e0009000000fa00000031the connection is about to close, try again later");
        assertThat(running).hasSize(1);
    }

    @Test
    void aPeerThatTakesNoRetryResultsIsRefusedInWords() {
        RawPeer old = new RawPeer(false);
        Sock sock = fixture.connected(old);
        old.says("r0001" + SLOW);
        fixture.executor.runAll();
        drain(sock);
        old.says("r0002" + SLOW);
        assertThat(old.hears()).isEqualTo("E000200000031the connection is about to close, try again later");
    }

    @Test
    void requestsOfThisSideGetTheirAnswers() {
        Sock sock = fixture.connected(peer);
        CompletableFuture<String> call =
                sock.requestAsync("greet", "Ann", String.class).toCompletableFuture();
        drain(sock);
        assertStillOpen();
        peer.says("R000000000007\"hello\"");
        fixture.executor.runAll();
        assertThat(call).isCompletedWithValue("hello");
        assertDrained();
    }

    @Test
    void aRequestOfThisSideThatWaitsForItsNextAttemptIsWaitedFor() {
        Sock sock = fixture.connected(peer);
        CompletableFuture<String> call =
                sock.requestAsync("greet", "Ann", String.class).toCompletableFuture();
        drain(sock);
        peer.says("e0000000003e800000000");
        assertStillOpen();
        fixture.scheduler.advance(Duration.ofSeconds(2));
        peer.says("R000100000007\"hello\"");
        fixture.executor.runAll();
        assertThat(call).isCompletedWithValue("hello");
        assertDrained();
    }

    @Test
    void aRequestOfThisSideThatIsGivenUpHoldsUpNothing() {
        Sock sock = fixture.connected(peer);
        CompletionStage<String> unused = sock.requestAsync("greet", "Ann", String.class, Duration.ofSeconds(1));
        drain(sock);
        assertStillOpen();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertDrained();
    }

    @Test
    void handlersThatRunMayStillCallThePeer() {
        fixture.application
                .handlers()
                .handleBuffer(
                        "ask",
                        (from, name, payload) ->
                                running.get(0).thenCompose(go -> from.requestAsync("back", new byte[0], byte[].class)));
        Sock sock = busyWith(1);
        peer.says("r0001003ask00000000");
        fixture.executor.runAll();
        drain(sock);
        finish(0, "");
        assertThat(peer.hears()).contains("r0000004back00000000");
        assertStillOpen();
        peer.says("R000000000004well");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000004well");
        assertDrained();
    }

    @Test
    void notificationsThatCameAreHandledFirst() {
        fixture.application
                .handlers()
                .handleBufferNotification("note", (from, name, payload) -> from.notify("heard", payload));
        Sock sock = fixture.connected(peer);
        peer.says("n004note00000000n004note00000000");
        CompletionStage<CloseReason> unused = sock.drain(GRACE);
        assertThat(peer.closeCodes()).isEmpty();
        assertDrained();
        assertThat(peer.hears()).isEqualTo("n005heard00000000n005heard00000000");
    }

    @Test
    void whatANotificationSetsOffIsWaitedFor() {
        fixture.application.handlers().handleBufferNotification("note", (from, name, payload) -> {
            CompletionStage<byte[]> unused = from.requestAsync("back", payload, byte[].class);
        });
        Sock sock = fixture.connected(peer);
        peer.says("n004note00000000");
        drain(sock);
        assertStillOpen();
        peer.says("R000000000000");
        assertDrained();
    }

    @Test
    void aHandlerMayDrainItsOwnPeerAndIsAnswered() {
        fixture.application.handlers().handleBuffer("bye", (from, name, payload) -> {
            CompletionStage<CloseReason> unused = from.drain(GRACE);
            return answer("bye");
        });
        fixture.connected(peer);
        peer.says("r0001003bye00000000");
        assertDrained();
        assertThat(peer.hears()).isEqualTo("R000100000003bye");
    }

    @Test
    void aNotificationHandlerMayDrainItsOwnPeer() {
        fixture.application.handlers().handleBufferNotification("bye", (from, name, payload) -> {
            CompletionStage<CloseReason> unused = from.drain(GRACE);
            from.notify("bye", payload);
        });
        fixture.connected(peer);
        peer.says("n003bye00000000");
        assertDrained();
        assertThat(peer.hears()).isEqualTo("n003bye00000000");
    }

    @Test
    void theApplicationMayDrainAPeerWhenItIsToldOfIt() {
        fixture.application.handlers().handleBuffer("op", (from, name, payload) -> answer("done"));
        fixture.application.whenOpened(sock -> {
            CompletionStage<CloseReason> unused = sock.drain(GRACE);
        });
        fixture.connecting(peer);
        peer.says("01r0001002op00000000");
        assertDrained();
        assertThat(peer.hears()).isEqualTo("01R000100000004done");
    }

    @Test
    void aPeerThatHasNotSpokenYetIsClosedAtOnce() {
        drain(fixture.connecting(peer));
        assertDrained();
    }

    @Test
    void requestsThatAFullExecutorRefusesHoldUpNothing() {
        Sock sock = busyWith(0);
        fixture.application.handlers().handleBuffer("fill", (from, name, payload) -> {
            fixture.executor.isFull(true);
            peer.says("r0002" + SLOW);
            CompletionStage<CloseReason> unused = from.drain(GRACE);
            fixture.scheduler.advance(Duration.ofSeconds(2).plus(Engine.TICK.multipliedBy(2)));
            fixture.executor.isFull(false);
            return answer("");
        });
        peer.says("r0001004fill00000000");
        assertDrained();
        assertThat(peer.hears()).contains("e0002").endsWith("R000100000000");
        assertThat(sock.isOpen()).isFalse();
    }
}
