package org.gotalk.internal.engine;

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
class DrainStreamsTest extends Draining {

    private static final int PARTS = 20;
    private static final int PART = 60 * 1024;

    private static CompletionStage<byte[]> lastPart(StreamReader parts, byte[] before) {
        return parts.readAsync()
                .thenCompose(part ->
                        part.isEmpty() ? CompletableFuture.completedFuture(before) : lastPart(parts, part.get()));
    }

    /** Drains while a stream comes, of which the operation answers the last part. */
    private void drainAmidAStream() {
        StreamHandler last = (from, request, result) -> lastPart(request, new byte[0]);
        fixture.application.handlers().handleStream("last", last);
        Sock sock = fixture.connected(peer);
        peer.says("s0001004last00000003one");
        fixture.executor.runAll();
        drain(sock);
    }

    @Test
    void aStreamOfThePeerGoesOnToItsEnd() {
        drainAmidAStream();
        peer.says("p000100000003two");
        assertStillOpen();
        peer.says("p000100000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000003two");
        assertDrained();
    }

    @Test
    void aFurtherStreamOfThePeerIsRefusedForTheTimeBeing() {
        drainAmidAStream();
        peer.says("s0002004last00000003one");
        fixture.executor.runAll();
        assertThat(peer.hears()).startsWith("e0002").endsWith("the connection is about to close, try again later");
        assertStillOpen();
    }

    @Test
    void aStreamOfThisSideGoesOnToItsEnd() {
        Sock sock = fixture.connected(peer);
        StreamCall call = sock.streamRequest("up");
        call.request().write("one".getBytes(UTF_8));
        String sent = peer.hears();
        drain(sock);
        assertStillOpen();
        call.request().close();
        peer.says("R" + sent.substring(1, 5) + "00000000");
        assertDrained();
    }

    /** The peer does not read, and asks for an answer of more parts than there is room for, which ends as this does. */
    private Sock withUnreadParts(CompletableFuture<byte[]> end) {
        fixture.application.handlers().handleStream("down", (from, request, result) -> {
            for (int i = 0; i < PARTS; i++) {
                CompletionStage<Void> unused = result.writeAsync(new byte[PART]);
            }
            return end;
        });
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        peer.says("s0001004down00000003onep000100000000");
        fixture.executor.runAll();
        return sock;
    }

    @Test
    void anEndedAnswerIsSentInFullThoughItsPartsWaitForRoom() {
        drain(withUnreadParts(CompletableFuture.completedFuture(new byte[0])));
        peer.readsAgain();
        fixture.executor.runAll();
        assertThat(peer.hears()).hasSize(PARTS * (13 + PART) + 13).endsWith("S000100000000");
        assertDrained();
    }

    @Test
    void anUnendedAnswerDoesNotLookCompleteAfterTheGrace() {
        Sock sock = withUnreadParts(new CompletableFuture<>());
        CompletionStage<CloseReason> unused = sock.drain(Duration.ofSeconds(1));
        fixture.scheduler.advance(Duration.ofSeconds(1));
        peer.readsAgain();
        fixture.executor.runAll();
        assertThat(peer.hears()).startsWith("S0001").doesNotContain("S000100000000");
        assertDrained();
    }
}
