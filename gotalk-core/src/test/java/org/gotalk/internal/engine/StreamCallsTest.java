package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamReader;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What this side sends as a stream request, and how it takes the answer. */
class StreamCallsTest extends CallInParts {

    @Test
    @Conforms({"stream-request", "stream-request-part", "client-stream"})
    void theRequestGoesOutWithItsFirstPart() {
        StreamCall call = sock.streamRequest("up");
        assertThat(peer.hears()).isEmpty();
        call.request().write(bytes("one"));
        assertThat(peer.hears()).isEqualTo("sA000002up00000003one");
        call.request().write(bytes("two"));
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("pA00000000003two");
        call.request().close();
        assertThat(peer.hears()).isEqualTo("pA00000000000");
        peer.says("RA00000000004\"ok\"");
        assertThat(call.finish(String.class)).isEqualTo("ok");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    @Conforms("empty-stream")
    void anEmptyRequestIsAnEmptyFirstPartAndAnEnd() {
        sock.streamRequest("up").request().close();
        assertThat(peer.hears()).isEqualTo("sA000002up00000000pA00000000000");
    }

    @Test
    @Conforms("part-size")
    void largePartsAreCut() {
        sock.streamRequest("up").request().write(bytes("x".repeat(65_537)));
        assertThat(peer.hears()).isEqualTo("sA000002up00010000" + "x".repeat(65_536) + "pA00000000001x");
    }

    @Test
    void aCallThatIsClosedBeforeItBeganSendsNothing() {
        sock.streamRequest("up").close();
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    @Conforms("abandoned-stream")
    void aCallThatIsClosedEndsItsRequestAndDropsTheAnswer() {
        StreamCall call = begun();
        peer.says("SA00000000001a");
        call.close();
        assertThat(peer.hears()).isEqualTo("pA00000000000");
        peer.says("SA00000000001bSA00000000000EA00000000001x");
        assertThatThrownBy(() -> read(call.result())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call.request().write(bytes("two"))).isInstanceOf(StreamEndedException.class);
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    @Conforms({"stream-result", "ping-pong"})
    void theAnswerIsReadInPartsWhileTheRequestGoesOn() {
        StreamCall call = begun();
        peer.says("SA00000000001aSA00000000002bc");
        assertThat(read(call.result()) + "," + read(call.result())).isEqualTo("a,bc");
        call.request().write(bytes("two"));
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("pA00000000003two");
        peer.says("SA00000000000");
        assertThat(read(call.result())).isEqualTo("(end)");
    }

    @Test
    @Conforms("early-end")
    void onceTheAnswerHasEndedNothingMoreIsSent() {
        for (String end : new String[] {"SA00000000000", "RA00000000001x"}) {
            RawPeer other = new RawPeer();
            StreamCall call = fixture.connected(other).streamRequest("up");
            other.stopsReading();
            call.request().write(bytes("first"));
            call.request().write(bytes("queued"));
            other.says(end);
            assertThat(call.request().isOpen()).isFalse();
            assertThatThrownBy(() -> call.request().write(bytes("two")))
                    .isInstanceOf(StreamEndedException.class)
                    .hasMessage("the result of \"up\" has ended, and with it the request");
            call.request().close();
            other.readsAgain();
            assertThat(other.hears()).isEqualTo("sA000002up00000005first");
        }
    }

    @Test
    @Conforms("half-close")
    void aRequestMayGoOnAfterTheAnswerUntilItIsClosed() {
        StreamCall call = sock.streamRequest("up").continueAfterAnswer();
        call.request().write(bytes("one"));
        peer.says("SA00000000001aSA00000000000");
        peer.hears();
        call.request().write(bytes("two"));
        call.request().close();
        assertThat(peer.hears()).isEqualTo("pA00000000003twopA00000000000");
        assertThat(read(call.result()) + read(call.result())).isEqualTo("a(end)");
    }

    @Test
    void whetherTheRequestGoesOnIsSaidBeforeItBegins() {
        StreamCall call = begun();
        assertThatThrownBy(call::continueAfterAnswer).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Conforms({"stream-error-midway", "empty-result-after-error"})
    void anErrorComesAfterThePartsBeforeItAndStopsTheRequest() {
        StreamCall call = begun();
        peer.says("SA00000000001aEA00000000006brokenSA00000000000");
        assertThat(read(call.result())).isEqualTo("a");
        assertThatThrownBy(() -> read(call.result()))
                .isInstanceOf(OperationException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> call.request().write(bytes("two")))
                .isInstanceOf(OperationException.class)
                .hasMessage("broken");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void anErrorStopsARequestThatGoesOnAfterAnswersToo() {
        StreamCall call = sock.streamRequest("up").continueAfterAnswer();
        call.request().write(bytes("one"));
        peer.says("EA00000000006broken");
        assertThatThrownBy(() -> call.request().write(bytes("two"))).isInstanceOf(OperationException.class);
    }

    @Test
    void aRefusalIsWhatReaderAndWriterSee() {
        StreamCall call = begun();
        peer.says("eA000000000fa00000004busy");
        assertThatThrownBy(() -> read(call.result()))
                .isInstanceOfSatisfying(
                        RetryLater.class, later -> assertThat(later.delay()).isEqualTo(Duration.ofMillis(250)));
        assertThat(call.request().isOpen()).isFalse();
    }

    @Test
    void anAnswerWithoutAFurtherPartInTimeIsGivenUp() {
        StreamCall call = sock.streamRequest("up", Duration.ofSeconds(1));
        call.request().write(bytes("one"));
        peer.hears();
        CompletableFuture<Optional<byte[]>> next = call.result().readAsync().toCompletableFuture();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        fixture.executor.runAll();
        assertThat(next)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RequestTimeoutException.class);
        assertThat(peer.hears()).isEqualTo("pA00000000000");
        assertThatThrownBy(() -> call.request().write(bytes("two"))).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void theEndOfTheConnectionSaysWhetherTheRequestMayHaveRun() {
        StreamCall sent = begun();
        peer.stopsReading();
        sock.notify("busy", "");
        StreamCall queued = sock.streamRequest("up");
        queued.request().write(bytes("one"));
        StreamReader parts = sock.requestParts("down", "");
        peer.vanishes(1006);
        assertThatThrownBy(() -> read(sent.result())).matches(e -> ((SockClosedException) e).mayHaveRun());
        assertThatThrownBy(() -> read(queued.result())).matches(e -> !((SockClosedException) e).mayHaveRun());
        assertThatThrownBy(() -> read(parts)).matches(e -> !((SockClosedException) e).mayHaveRun());
        assertThatThrownBy(() -> sent.request().write(bytes("two"))).isInstanceOf(SockClosedException.class);
        assertThatThrownBy(() -> sock.streamRequest("up")).isInstanceOf(SockClosedException.class);
        assertThatThrownBy(() -> sock.requestParts("up", "")).isInstanceOf(SockClosedException.class);
    }

    @Test
    void anAnswerThatHasEndedIsReadAfterTheEndOfTheConnection() {
        StreamReader parts = sock.requestParts("down", "");
        peer.says("SA00000000001aSA00000000000");
        peer.vanishes(1006);
        assertThat(read(parts) + read(parts)).isEqualTo("a(end)");
    }

    @Test
    @Conforms("no-stream-request-to-reference")
    void aPeerOfTheReferencesFramingIsSentNoStreamRequest() {
        Sock browser = fixture.connected(new RawPeer(false));
        assertThat(browser.takesStreamRequests()).isFalse();
        assertThatThrownBy(() -> browser.streamRequest("up")).isInstanceOf(IllegalStateException.class);
        assertThat(sock.takesStreamRequests()).isTrue();
    }

    @Test
    void openCallsAreBounded() {
        Sock limited = new EngineFixture(Limits.builder().maxPendingRequests(1).build()).connected(new RawPeer());
        StreamCall first = limited.streamRequest("up");
        assertThatThrownBy(() -> limited.streamRequest("up")).isInstanceOf(OutboxFullException.class);
        first.close();
        limited.streamRequest("up").close();
    }

    @Test
    @Conforms("abandoned-stream")
    void aThousandAbandonedCallsLeaveNothingBehind() {
        Sock limited = new EngineFixture(Limits.builder().maxPendingRequests(1).build()).connected(peer);
        for (int i = 0; i < 1000; i++) {
            StreamCall call = limited.streamRequest("up");
            call.request().write(bytes("one"));
            call.close();
            StreamReader parts = limited.requestParts("down", "");
            parts.close();
        }
        assertThat(limited.isOpen()).isTrue();
    }

    @Test
    void namesOfTheProtocolItselfAreReserved() {
        assertThatThrownBy(() -> sock.streamRequest("$gotalk/x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sock.requestParts("$gotalk/x", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
