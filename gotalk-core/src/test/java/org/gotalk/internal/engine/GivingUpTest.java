package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gotalk.internal.engine.OurPeer.cancel;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.WaitInterruptedException;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What a peer is told of a request whose caller does not wait any more. */
class GivingUpTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ZERO;
    private static final byte[] PART = "x".getBytes(UTF_8);

    private final EngineFixture fixture = new EngineFixture(Limits.builder()
            .maxOutbound(1000)
            .heartbeatInterval(Duration.ZERO)
            .readTimeout(Duration.ofDays(1))
            .maxStreamBuffer(100)
            .build());
    private final RawPeer peer = new OurPeer();
    private final Sock sock = fixture.connected(peer);

    private CompletableFuture<String> ask(Duration timeout) {
        CompletableFuture<String> call =
                sock.requestAsync("ask", 1, String.class, timeout).toCompletableFuture();
        peer.hears();
        return call;
    }

    @Test
    void itIsToldWhenTheTimeIsOver() {
        CompletableFuture<String> call = ask(SECOND);
        fixture.scheduler.advance(SECOND);
        assertThat(peer.hears()).isEqualTo(cancel("0000"));
        assertThat(fixture.failureOf(call)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void itIsToldWhenTheStageIsCancelled() {
        ask(SECOND).cancel(false);
        assertThat(peer.hears()).isEqualTo(cancel("0000"));
        fixture.scheduler.advance(SECOND);
        assertThat(peer.hears()).as("a second time").isEmpty();
    }

    @Test
    void itIsToldWhenOthersCompleteTheStage() {
        ask(NEVER).complete("late");
        assertThat(peer.hears()).isEqualTo(cancel("0000"));
    }

    @Test
    void itIsToldWhenTheWaitIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(WaitInterruptedException.class)
                .isThrownBy(() -> sock.request("ask", 1, String.class, NEVER));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(peer.hears()).endsWith(cancel("0000"));
    }

    @Test
    void itIsNotToldOfARequestThatItHasAnswered() {
        CompletableFuture<String> call = ask(SECOND);
        peer.says("R000000000004\"ok\"");
        fixture.executor.runAll();
        call.cancel(false);
        fixture.scheduler.advance(SECOND);
        assertThat(call.join()).isEqualTo("ok");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void itIsNotToldOfARequestThatWaitsForItsNextAttempt() {
        CompletableFuture<String> call = ask(NEVER);
        peer.says("e00000000100000000004busy");
        call.cancel(false);
        fixture.scheduler.advance(SECOND.multipliedBy(9));
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void itIsToldBehindARequestThatIsStillQueued() {
        peer.stopsReading();
        sock.notify("note", "first");
        CompletableFuture<String> call =
                sock.requestAsync("ask", 1, String.class, NEVER).toCompletableFuture();
        peer.hears();
        call.cancel(false);
        peer.readsAgain();
        assertThat(peer.hears()).isEqualTo("r0000003ask000000011" + cancel("0000"));
    }

    @Test
    void itIsToldNothingOfARequestThatFoundNoRoom() {
        peer.stopsReading();
        sock.notify("note", "x".repeat(1000));
        peer.hears();
        CompletableFuture<String> call = ask(NEVER);
        call.cancel(false);
        peer.readsAgain();
        assertThat(peer.hears()).doesNotContain("cancel");
    }

    @Test
    void aPeerOfAnotherMakeIsToldNothing() {
        RawPeer other = new RawPeer();
        Sock toOther = fixture.connected(other);
        var unused = toOther.requestAsync("ask", 1, String.class, SECOND);
        toOther.requestParts("rows", 1).close();
        other.hears();
        fixture.scheduler.advance(SECOND);
        assertThat(other.hears()).isEmpty();
    }

    @Test
    void aResultOfARequestThatWasGivenUpIsDropped() {
        ask(NEVER).cancel(false);
        peer.says("R000000000004\"ok\"");
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void itIsToldWhenTheReaderOfPartsIsClosed() {
        StreamReader rows = sock.requestParts("rows", 1);
        peer.hears();
        rows.close();
        rows.close();
        assertThat(peer.hears()).isEqualTo(cancel("A000"));
    }

    @Test
    void itIsNotToldOfAReaderThatHasReadAll() {
        StreamReader rows = sock.requestParts("rows", 1);
        peer.says("SA00000000003oneSA00000000000");
        peer.hears();
        assertThat(rows.readAll()).hasSize(3);
        rows.close();
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void itIsToldWhenPartsAreNotReadInTime() {
        StreamReader rows = sock.requestParts("rows", 1);
        peer.hears();
        peer.says("SA00000000040" + "x".repeat(64));
        fixture.scheduler.advance(SECOND.multipliedBy(3));
        peer.says("SA00000000040" + "x".repeat(64));
        assertThat(peer.hears()).isEqualTo(cancel("A000"));
        rows.close();
    }

    @Test
    void aStreamThatIsClosedIsCancelledInsteadOfEnded() {
        StreamCall call = sock.streamRequest("up");
        call.request().write(PART);
        peer.hears();
        call.close();
        assertThat(peer.hears()).isEqualTo(cancel("A000"));
        assertThat(call.request().isOpen()).isFalse();
    }

    @Test
    void aStreamWhoseRequestHasEndedIsCancelledToo() {
        StreamCall call = sock.streamRequest("up");
        call.request().close();
        peer.hears();
        call.close();
        assertThat(peer.hears()).isEqualTo(cancel("A000"));
    }

    @Test
    void partsThatWereQueuedAreNotSentAnyMore() {
        StreamCall call = sock.streamRequest("up");
        call.request().write(PART);
        peer.hears();
        peer.stopsReading();
        sock.notify("note", "first");
        call.request().write(PART);
        call.close();
        peer.hears();
        peer.readsAgain();
        assertThat(peer.hears()).isEqualTo(cancel("A000"));
    }

    @Test
    void aStreamOfWhichNothingWasSentIsGivenUpWithoutAWord() {
        peer.stopsReading();
        sock.notify("note", "first");
        StreamCall call = sock.streamRequest("up");
        call.request().write(PART);
        call.close();
        peer.hears();
        peer.readsAgain();
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void aStageOfAStreamThatIsCancelledCancelsTheStream() {
        StreamCall call = sock.streamRequest("up");
        call.request().write(PART);
        CompletableFuture<String> value = call.finishAsync(String.class).toCompletableFuture();
        peer.hears();
        value.cancel(false);
        assertThat(peer.hears()).isEqualTo(cancel("A000"));
    }

    @Test
    void aStreamThatIsAnsweredIsNotCancelled() {
        StreamCall call = sock.streamRequest("up");
        call.request().write(PART);
        peer.hears();
        peer.says("RA00000000004\"ok\"");
        call.close();
        assertThat(peer.hears()).isEmpty();
    }
}
