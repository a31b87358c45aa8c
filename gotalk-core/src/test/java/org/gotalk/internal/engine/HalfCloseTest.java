package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** A peer that has said all it will, and waits for its answers. */
class HalfCloseTest {

    private final EngineFixture fixture = new EngineFixture(Limits.builder()
            .heartbeatInterval(Duration.ZERO)
            .readTimeout(Duration.ofSeconds(30))
            .build());
    private final RawPeer peer = new RawPeer();
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

    private Sock connected() {
        fixture.application
                .handlers()
                .handleBuffer("slow", (from, name, payload) -> answer)
                .handleStream("echo", (request, result) -> request.parts().forEach(result::write));
        return fixture.connected(peer);
    }

    private CloseReason end(Sock sock) {
        fixture.executor.runAll();
        return sock.closed().toCompletableFuture().getNow(CloseReason.of(CloseReason.Code.ABNORMAL, "it is open"));
    }

    @Test
    void atRestTheConnectionEndsNormally() {
        Sock sock = connected();
        peer.stopsTalking();
        assertThat(end(sock)).isEqualTo(CloseReason.NORMAL);
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void itsRequestsAreAnsweredFirst() {
        Sock sock = connected();
        peer.says("r0001004slow00000000");
        peer.stopsTalking();
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).isEmpty();
        answer.complete("done".getBytes(UTF_8));
        assertThat(end(sock)).isEqualTo(CloseReason.NORMAL);
        assertThat(peer.hears()).isEqualTo("R000100000004done");
    }

    @Test
    void aRequestInPartsThatCameToItsEndIsAnsweredInFull() {
        Sock sock = connected();
        peer.says("s0001004echo00000003onep000100000003twop000100000000");
        peer.stopsTalking();
        assertThat(end(sock)).isEqualTo(CloseReason.NORMAL);
        assertThat(peer.hears()).isEqualTo("S000100000003oneS000100000003twoS000100000000");
    }

    @Test
    void aRequestInPartsThatWillNeverComeToItsEndFails() {
        Sock sock = connected();
        peer.says("s0001004echo00000003one");
        peer.stopsTalking();
        assertThat(end(sock)).isEqualTo(CloseReason.NORMAL);
        assertThat(peer.hears()).isEqualTo("S000100000003oneE00010000002cthe peer stopped in the middle of its stream");
    }

    @Test
    void requestsOfThisSideFailSinceNobodyCanAnswer() {
        Sock sock = connected();
        peer.says("r0001004slow00000000");
        CompletableFuture<byte[]> call =
                sock.requestAsync("any", new byte[0], byte[].class).toCompletableFuture();
        peer.stopsTalking();
        fixture.executor.runAll();
        assertThat(call).isCompletedExceptionally();
        assertThatThrownBy(() -> sock.request("any", new byte[0], byte[].class))
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        thrown -> assertThat(thrown.mayHaveRun()).isFalse());
        answer.complete(new byte[0]);
        assertThat(end(sock)).isEqualTo(CloseReason.NORMAL);
    }

    @Test
    void anAnswerThatTakesLongerThanTheReadTimeoutIsNotWaitedFor() {
        connected();
        peer.says("r0001004slow00000000");
        peer.stopsTalking();
        fixture.scheduler.advance(Duration.ofSeconds(31));
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).hasSize(1);
    }

    @Test
    void inTheMiddleOfAMessageItIsABrokenConnection() {
        Sock sock = connected();
        peer.says("r0001004slow0000");
        peer.stopsTalking();
        assertThat(end(sock).code()).isEqualTo(CloseReason.Code.ABNORMAL);
    }

    @Test
    void beforeTheVersionItIsABrokenConnection() {
        Sock sock = fixture.connecting(peer);
        peer.stopsTalking();
        assertThat(end(sock).code()).isEqualTo(CloseReason.Code.ABNORMAL);
    }
}
