package org.gotalk.net.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.frame;

import java.util.List;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections end: with a goodbye, or without. */
class TlsEndTest {

    private static final String CUT = "closed 1006 the peer closed the connection without a TLS close_notify";

    private final TlsPair pair = new TlsPair("TLSv1.3");
    private final TlsPair oldPair = new TlsPair("TLSv1.2");
    private final RecordingCompletion completion = new RecordingCompletion();

    @Test
    void theOtherSideHearsTheGoodbyeBehindTheLastWords() {
        pair.connected();
        pair.client().send(List.of(frame("last words")), completion);
        pair.client().close(1000, "done");
        pair.client().close(1000, "done again");
        pair.executor.runAll();
        assertThat(pair.atClient.events()).containsExactly("closed 1000 done");
        assertThat(pair.atServer.events()).containsExactly("last words", "end", "closed 1000 done");
    }

    @Test
    void beforeTls13AGoodbyeEndsBothDirections() throws Exception {
        RawTls peer = oldPair.connectedByHand();
        peer.says("last words");
        peer.sendsCloseNotify();
        oldPair.executor.runAll();
        assertThat(oldPair.atServer.events()).containsExactly("last words", "closed 1000 ");
        assertThat(peer.heardCloseNotify()).isTrue();
    }

    @Test
    void fromTls13OnAGoodbyeEndsOneDirection() throws Exception {
        RawTls peer = pair.connectedByHand();
        peer.says("question");
        peer.sendsCloseNotify();
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("question", "end");
        pair.server().send(List.of(frame("answer")), completion);
        pair.executor.runAll();
        assertThat(peer.hears()).isEqualTo("answer");
        assertThat(peer.heardCloseNotify()).isFalse();
        pair.server().close(1000, "");
        pair.executor.runAll();
        assertThat(peer.heardCloseNotify()).isTrue();
    }

    @Test
    void aGoodbyeIsToldOnceWhatCameBeforeIsTaken() throws Exception {
        RawTls peer = pair.connectedByHand();
        pair.atServer.takeAtMost(4, pair.server()::pauseReading);
        peer.says("question");
        peer.sendsCloseNotify();
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("ques");
        pair.server().resumeReading();
        pair.executor.runAll();
        pair.server().resumeReading();
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("ques", "tion", "end");
    }

    @Test
    void whatComesBehindAGoodbyeIsOfNoInterest() throws Exception {
        RawTls peer = pair.connectedByHand();
        peer.sendsCloseNotify();
        peer.saysRaw((byte) 1, (byte) 2, (byte) 3);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void anEndWithoutAGoodbyeIsABrokenConnection(String version) throws Exception {
        TlsPair cut = new TlsPair(version);
        RawTls peer = cut.connectedByHand();
        peer.says("some");
        cut.belowClient.close(1000, "");
        cut.executor.runAll();
        assertThat(cut.atServer.events()).containsExactly("some", CUT);
    }

    @Test
    void soIsAnEndOfTheLowerDirectionAlone() throws Exception {
        RawTls peer = pair.connectedByHand();
        peer.says("some");
        pair.executor.runAll();
        pair.belowServer.endsReading();
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("some", CUT);
    }

    @Test
    void aBrokenLowerTransportSaysItself() {
        pair.connected();
        pair.belowClient.close(1006, "reset by somebody");
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("closed 1006 reset by somebody");
    }

    @Test
    void closingDuringASendSaysGoodbyeBehindTheRecordAndDropsTheRest() {
        pair.connected();
        pair.belowServer.pauseReading();
        pair.client().send(List.of(frame("x".repeat(1 << 20))), completion);
        pair.executor.runAll();
        pair.client().close(1000, "enough");
        pair.belowServer.resumeReading();
        pair.executor.runAll();
        assertThat(completion.timesFailed()).isOne();
        assertThat(completion.timesSent()).isZero();
        assertThat(pair.atClient.events()).containsExactly("closed 1000 enough");
        assertThat(TlsPair.heard(pair.atServer)).matches("x{1000,500000}endclosed 1000 enough");
    }

    @Test
    void aPeerThatReadsNothingHoldsUpTheEndForASecondAtMost() {
        pair.connected();
        pair.belowServer.pauseReading();
        pair.client().send(List.of(frame("x".repeat(1 << 20))), completion);
        pair.executor.runAll();
        pair.client().close(1000, "enough");
        pair.executor.runAll();
        assertThat(pair.atClient.events()).isEmpty();
        pair.scheduler.advance(TlsTransport.MAX_CLOSE_TIME);
        pair.executor.runAll();
        assertThat(pair.atClient.events()).containsExactly("closed 1000 enough");
        assertThat(completion.timesFailed()).isOne();
    }

    @Test
    void aSendAfterTheCloseFails() {
        pair.connected();
        pair.client().close(1000, "");
        pair.client().send(List.of(frame("too late")), completion);
        pair.executor.runAll();
        assertThat(completion.timesFailed()).isOne();
        pair.client().send(List.of(frame("later still")), completion);
        assertThat(completion.timesFailed()).isEqualTo(2);
    }

    @Test
    void aListenerMayCloseFromWithinADelivery() {
        pair.connected();
        pair.atServer.takeAtMost(1, () -> pair.server().close(1000, "heard enough"));
        pair.client().send(List.of(frame("some words")), completion);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("s", "closed 1000 heard enough");
    }

    @Test
    void anEndThatCameBeforeTheStartIsToldAtTheStart() {
        pair.shaking().executor.runAll();
        pair.client().close(1000, "changed my mind");
        pair.executor.runAll();
        pair.server().start(pair.atServer);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("end", "closed 1000 changed my mind");
        pair.client().start(pair.atClient);
        assertThat(pair.atClient.events()).containsExactly("closed 1000 changed my mind");
    }
}
