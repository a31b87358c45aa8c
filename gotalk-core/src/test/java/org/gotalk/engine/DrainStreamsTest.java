package org.gotalk.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamHandler;
import org.gotalk.StreamReader;
import org.junit.jupiter.api.Test;

/** Streams are under way until they end, and a connection that drains waits for them. */
class DrainStreamsTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final EngineFixture fixture = new EngineFixture();
    private final RawPeer peer = new RawPeer();

    private static CompletionStage<byte[]> lastPart(StreamReader parts, byte[] before) {
        return parts.readAsync()
                .thenCompose(part ->
                        part.isEmpty() ? CompletableFuture.completedFuture(before) : lastPart(parts, part.get()));
    }

    private Sock draining() {
        Sock sock = fixture.connected(peer);
        peer.says("s0001004last00000003one");
        fixture.executor.runAll();
        CompletionStage<CloseReason> unused = sock.drain(GRACE);
        fixture.executor.runAll();
        return sock;
    }

    private void offerTheLastPart() {
        StreamHandler last = (from, request, result) -> lastPart(request, new byte[0]);
        fixture.application.handlers().handleStream("last", last);
    }

    @Test
    void aStreamOfThePeerGoesOnToItsEnd() {
        offerTheLastPart();
        draining();
        peer.says("p000100000003two");
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).isEmpty();
        peer.says("p000100000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000003two");
        assertThat(peer.closeCodes()).containsExactly(1012);
    }

    @Test
    void aFurtherStreamOfThePeerIsRefusedForTheTimeBeing() {
        offerTheLastPart();
        draining();
        peer.says("s0002004last00000003one");
        fixture.executor.runAll();
        assertThat(peer.hears()).startsWith("e0002").endsWith("the connection is about to close, try again later");
        assertThat(peer.closeCodes()).isEmpty();
    }

    @Test
    void aStreamOfThisSideGoesOnToItsEnd() {
        Sock sock = fixture.connected(peer);
        StreamCall call = sock.streamRequest("up");
        call.request().write("one".getBytes(UTF_8));
        String sent = peer.hears();
        CompletionStage<CloseReason> unused = sock.drain(GRACE);
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).isEmpty();
        call.request().close();
        peer.says("R" + sent.substring(1, 5) + "00000000");
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).containsExactly(1012);
    }

    @Test
    void anAnswerInPartsThatHasEndedIsSentInFullThoughItsPartsWaitForRoom() {
        byte[] part = new byte[60 * 1024];
        fixture.application.handlers().handleStream("down", (from, request, result) -> {
            for (int i = 0; i < 20; i++) {
                CompletionStage<Void> unused = result.writeAsync(part);
            }
            return CompletableFuture.completedFuture(new byte[0]);
        });
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        peer.says("s0001004down00000003onep000100000000");
        fixture.executor.runAll();
        CompletionStage<CloseReason> unused = sock.drain(GRACE);
        fixture.executor.runAll();
        peer.readsAgain();
        fixture.executor.runAll();
        assertThat(peer.hears()).hasSize(20 * (13 + part.length) + 13).endsWith("S000100000000");
        assertThat(peer.closeCodes()).containsExactly(1012);
    }

    @Test
    void anAnswerInPartsThatHasNotEndedAfterTheGraceIsNotMadeToLookComplete() {
        byte[] part = new byte[60 * 1024];
        fixture.application.handlers().handleStream("down", (from, request, result) -> {
            for (int i = 0; i < 20; i++) {
                CompletionStage<Void> unused = result.writeAsync(part);
            }
            return new CompletableFuture<>();
        });
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        peer.says("s0001004down00000003onep000100000000");
        fixture.executor.runAll();
        CompletionStage<CloseReason> unused = sock.drain(Duration.ofSeconds(1));
        fixture.scheduler.advance(Duration.ofSeconds(1));
        peer.readsAgain();
        fixture.executor.runAll();
        assertThat(peer.hears()).startsWith("S0001").doesNotContain("S000100000000");
        assertThat(peer.closeCodes()).containsExactly(1012);
    }
}
