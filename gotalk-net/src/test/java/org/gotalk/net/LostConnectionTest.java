package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Limits;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What becomes of messages whose connection is lost. */
class LostConnectionTest {

    private final ReconnectFixture fixture = new ReconnectFixture();

    @Test
    void aRequestThatWasHandedToTheNetworkFailsSinceItMayHaveRun() {
        RawPeer peer = fixture.accepts();
        CompletionStage<String> sent = request("sent");
        fixture.ends(peer, 1006);
        assertThat(fixture.failureOf(sent))
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        lost -> assertThat(lost.mayHaveRun()).isTrue());
        assertThat(fixture.acceptsNext().hears()).isEmpty();
    }

    @Test
    void unsentRequestsGoOutOnTheNextConnectionInTheirOrder() {
        RawPeer peer = fixture.accepts();
        peer.stopsReading();
        fixture.sock.notify("first", "in flight");
        CompletionStage<?>[] calls = new CompletionStage<?>[20];
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < calls.length; i++) {
            calls[i] = request("op" + (char) ('a' + i));
            expected.append("op").append((char) ('a' + i)).append(' ');
        }
        fixture.ends(peer, 1006);
        fixture.sock.notify("next", 1);
        String heard = fixture.acceptsNext().hears();
        assertThat(heard.replaceAll("r0.{3}003(op.)000000011", "$1 ")).isEqualTo(expected + "n004next000000011");
        assertThat(calls).allMatch(call -> !call.toCompletableFuture().isDone());
    }

    @Test
    void theTimeOfARequestThatIsSentAgainBeganWhenItWasMade() {
        RawPeer peer = fixture.accepts();
        peer.stopsReading();
        fixture.sock.notify("first", "in flight");
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class, Duration.ofSeconds(2));
        fixture.scheduler.advance(Duration.ofSeconds(1));
        fixture.ends(peer, 1006);
        fixture.scheduler.advance(Duration.ofMillis(999));
        assertThat(call.toCompletableFuture()).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(fixture.failureOf(call))
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessageContaining("within 2000 ms; nothing was sent");
    }

    @Test
    void aRequestThatThePeerPutOffGoesOutOnTheNextConnection() {
        RawPeer peer = fixture.accepts();
        CompletionStage<String> call = request("busy");
        assertThat(peer.hears()).isEqualTo("r0000004busy000000011");
        peer.says("e00000000177000000000");
        fixture.ends(peer, 1012);
        RawPeer next = fixture.acceptsNext();
        assertThat(next.hears()).isEqualTo("r0000004busy000000011");
        next.says("R000000000003\"1\"");
        fixture.executor.runAll();
        assertThat(call.toCompletableFuture()).isCompletedWithValue("1");
    }

    @Test
    void aConnectionThatClosesTakesNothingMore() {
        RawPeer peer = fixture.accepts();
        peer.stopsReading();
        fixture.sock.notify("first", "in flight");
        peer.hears();
        fixture.sock.connection().thenAccept(Sock::close);
        fixture.executor.runAll();
        CompletionStage<String> call = request("op");
        fixture.sock.notify("note", 2);
        assertThat(fixture.sock.tryNotify("other", 3)).isTrue();
        peer.readsAgain();
        assertThat(peer.hears()).isEmpty();
        fixture.executor.runAll();
        assertThat(fixture.acceptsNext().hears()).isEqualTo("r0000002op000000011n004note000000012n005other000000013");
        assertThat(call.toCompletableFuture()).isNotDone();
    }

    @Test
    void aPeerThatHasStoppedTalkingIsAskedNothingMore() {
        fixture.handlers.handleBuffer("slow", (from, name, payload) -> new CompletableFuture<>());
        RawPeer peer = fixture.accepts();
        peer.says("r0001004slow00000000");
        fixture.executor.runAll();
        peer.stopsTalking();
        CompletionStage<String> call = request("op");
        fixture.sock.notify("note", 2);
        assertThat(peer.hears()).isEmpty();
        fixture.ends(peer, 1000);
        assertThat(fixture.acceptsNext().hears()).isEqualTo("r0000002op000000011n004note000000012");
        assertThat(call.toCompletableFuture()).isNotDone();
    }

    @Test
    void requestsThatComeBackPastTheBoundFailAsSafeToRepeat() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(1, 1000));
        RawPeer peer = strict.accepts();
        peer.stopsReading();
        strict.sock.notify("first", "in flight");
        CompletionStage<String> one = strict.sock.requestAsync("one", 1, String.class);
        CompletionStage<String> two = strict.sock.requestAsync("two", 2, String.class);
        strict.ends(peer, 1006);
        assertThat(one.toCompletableFuture().isDone())
                .isNotEqualTo(two.toCompletableFuture().isDone());
        assertThat(strict.failureOf(one.toCompletableFuture().isDone() ? one : two))
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        lost -> assertThat(lost.mayHaveRun()).isFalse());
    }

    @Test
    void aBusyHandlerDoesNotKeepTheNextConnectionFromBeingMade() {
        fixture.handlers.handleNotification("work", String.class, (from, value) -> {});
        RawPeer peer = fixture.accepts();
        peer.says("n004work00000002\"\"");
        peer.vanishes(1006);
        assertThat(fixture.untilNextAttempt()).isEqualTo(500);
    }

    @Test
    void aConnectionThatHasNoRoomSaysSoAsItDoesElsewhere() {
        ReconnectFixture narrow =
                new ReconnectFixture(Limits.builder().maxOutbound(100).build(), options -> options);
        RawPeer peer = narrow.accepts();
        peer.stopsReading();
        narrow.sock.notify("fill", new byte[90]);
        assertThat(narrow.sock.tryNotify("more", new byte[90])).isFalse();
        assertThat(narrow.failureOf(narrow.sock.requestAsync("more", new byte[90], String.class)))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("outbound queue is full");
    }

    private CompletionStage<String> request(String operation) {
        return fixture.sock.requestAsync(operation, 1, String.class);
    }
}
