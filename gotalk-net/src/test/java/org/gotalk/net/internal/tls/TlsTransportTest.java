package org.gotalk.net.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.frame;

import java.util.List;
import org.gotalk.spi.Frame;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes on their way through TLS, over a pipe. */
@ParameterizedClass
@ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
class TlsTransportTest {

    private final TlsPair pair;
    private final RecordingCompletion completion = new RecordingCompletion();

    TlsTransportTest(String version) {
        pair = new TlsPair(version);
    }

    private void clientSays(String... texts) {
        for (String text : texts) {
            pair.client().send(List.of(frame(text)), completion);
            pair.executor.runAll();
        }
    }

    private void serverSays(String text) {
        pair.server().send(List.of(frame(text)), completion);
        pair.executor.runAll();
    }

    private static String large() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1 << 20; i++) {
            text.append(i).append(' ');
        }
        return text.toString();
    }

    @Test
    void bytesGoBothWaysInOrder() {
        pair.connected();
        clientSays("one ", "two");
        serverSays("three");
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo("one two");
        assertThat(TlsPair.heard(pair.atClient)).isEqualTo("three");
        assertThat(completion.timesSent()).isEqualTo(3);
    }

    @Test
    void framesOfOneBatchShareARecord() {
        pair.connected();
        pair.client().send(List.of(frame("a", "b"), frame("c"), frame("d", "e")), completion);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("abcde");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 16, 100, 1000})
    void itDoesNotMatterHowTheNetworkCutsTheHandshakeAndWhatFollows(int size) {
        pair.belowClient.piecesOf(size);
        pair.belowServer.piecesOf(size);
        pair.connected();
        clientSays("question");
        serverSays("answer");
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo("question");
        assertThat(TlsPair.heard(pair.atClient)).isEqualTo("answer");
    }

    @Test
    void aRecordMayBeCutAnywhere() {
        pair.connected();
        clientSays("some words");
        int size = pair.belowServer.handedOn() > 0 ? sizeOfNext() : 0;
        StringBuilder said = new StringBuilder("some wordssome words");
        for (int position = 1; position < size; position++) {
            pair.belowServer.cutOnceAt(position);
            clientSays("some words");
            said.append("some words");
        }
        assertThat(size).isGreaterThan(20);
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo(said.toString());
    }

    private int sizeOfNext() {
        clientSays("some words");
        return pair.belowServer.handedOn();
    }

    @Test
    void largeWritesComeThroughBothWaysAtOnce() {
        pair.connected();
        String large = large();
        pair.client().send(List.of(frame(large, "!")), completion);
        pair.server().send(List.of(frame("?", large)), completion);
        pair.executor.runAll();
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo(large + "!");
        assertThat(TlsPair.heard(pair.atClient)).isEqualTo("?" + large);
        assertThat(completion.timesSent()).isEqualTo(2);
    }

    @Test
    void theSendersBuffersStayAsTheyAre() {
        pair.connected();
        Frame frame = frame("abc", "def");
        pair.client().send(List.of(frame), completion);
        pair.executor.runAll();
        assertThat(frame.size()).isEqualTo(6);
    }

    @Test
    void aSendIsCompleteWhenTheLowerTransportHasTakenAllOfIt() {
        pair.connected();
        pair.belowServer.pauseReading();
        clientSays(large());
        assertThat(completion.timesSent()).isZero();
        pair.belowServer.resumeReading();
        pair.executor.runAll();
        assertThat(completion.timesSent()).isOne();
    }

    @Test
    void whatIsLeftWhenReadingPausesIsOfferedAgainFirst() {
        pair.connected();
        pair.atServer.takeAtMost(2, pair.server()::pauseReading);
        clientSays("abcd", "ef");
        assertThat(pair.atServer.events()).containsExactly("ab");
        pair.server().resumeReading();
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("ab", "cd");
        pair.server().resumeReading();
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("ab", "cd", "ef");
    }

    @Test
    void resumingFromWithinADeliveryLosesNothing() {
        pair.connected();
        pair.atServer.takeAtMost(1, () -> {
            pair.server().pauseReading();
            pair.server().resumeReading();
        });
        clientSays("abc", "d");
        assertThat(pair.atServer.events()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whileReadingIsPausedAlmostAllStaysWithTheLowerTransport() {
        pair.connected();
        clientSays("a");
        pair.server().pauseReading();
        int unused = pair.belowServer.handedOn();
        clientSays(large());
        assertThat(pair.belowServer.handedOn()).isZero();
        assertThat(pair.belowServer.isPaused()).isTrue();
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo("a");
        pair.server().resumeReading();
        pair.executor.runAll();
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo("a" + large());
    }

    @Test
    void itTakesWhateverTheLowerTransportTakes() {
        assertThat(pair.connected().client().supportsFullProtocol()).isTrue();
    }
}
