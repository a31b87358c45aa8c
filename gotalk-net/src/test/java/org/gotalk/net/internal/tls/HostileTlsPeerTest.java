package org.gotalk.net.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.frame;

import java.util.List;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.Test;

/** What a peer may do besides talking, and what it may not. */
class HostileTlsPeerTest {

    private final TlsPair pair = new TlsPair("TLSv1.3");
    private final TlsPair oldPair = new TlsPair("TLSv1.2");

    private static void serverSays(TlsPair pair, String text) {
        pair.server().send(List.of(frame(text)), new RecordingCompletion());
        pair.executor.runAll();
    }

    @Test
    void aPeerMayHaveTheKeysChangedBetweenAllWords() throws Exception {
        RawTls peer = pair.connectedByHand();
        for (int i = 0; i < 100; i++) {
            peer.shakeHands();
            peer.says("a");
            pair.executor.runAll();
            serverSays(pair, "b");
        }
        assertThat(TlsPair.heard(pair.atServer)).isEqualTo("a".repeat(100));
        assertThat(peer.hears()).isEqualTo("b".repeat(100));
    }

    @Test
    void aPeerThatReadsMayHaveThemChangedManyTimesWithoutAWord() throws Exception {
        RawTls peer = pair.connectedByHand();
        for (int i = 0; i < 2 * TlsReader.MOST_OWED; i++) {
            peer.shakeHands();
            pair.executor.runAll();
        }
        serverSays(pair, "b");
        assertThat(peer.hears()).isEqualTo("b");
    }

    @Test
    void aPeerThatHasKeysChangedAndReadsNothingIsLeft() throws Exception {
        RawTls peer = pair.connectedByHand();
        peer.goesDeaf();
        serverSays(pair, "something that is never read");
        for (int i = 0; i < TlsReader.MOST_OWED; i++) {
            peer.shakeHands();
            pair.executor.runAll();
        }
        assertThat(pair.server().failure()).isEmpty();
        peer.shakeHands();
        pair.executor.runAll();
        assertThat(pair.server().failure())
                .hasValueSatisfying(failure ->
                        assertThat(failure).hasMessageStartingWith("the peer requests too many key updates"));
    }

    @Test
    void beforeTls13APeerMayNotNegotiateAnew() throws Exception {
        RawTls peer = oldPair.connectedByHand();
        peer.shakeHands();
        oldPair.executor.runAll();
        assertThat(oldPair.atServer.events())
                .containsExactly("closed 1006 the peer requests renegotiation, which is not supported");
    }

    @Test
    void aRecordThatWasChangedOnTheWayIsABrokenConnection() throws Exception {
        RawTls peer = pair.connectedByHand();
        byte[] record = peer.sealed("some words");
        record[record.length - 1] ^= 1;
        peer.saysRaw(record);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).hasSize(1);
        assertThat(pair.atServer.events().get(0)).startsWith("closed 1006 TLS failed: ");
        assertThat(peer.hears()).contains("Received fatal alert");
    }

    @Test
    void aRecordThatIsLargerThanAnyMayBeIsABrokenConnection() throws Exception {
        RawTls peer = pair.connectedByHand();
        peer.saysRaw((byte) 23, (byte) 3, (byte) 3, (byte) 0xff, (byte) 0xff);
        pair.executor.runAll();
        assertThat(pair.atServer.events())
                .containsExactly("closed 1006 TLS record has 65540 bytes, the limit is 18437");
    }

    @Test
    void whatCameBeforeSuchARecordIsHandedOnStill() throws Exception {
        RawTls peer = pair.connectedByHand();
        peer.says("before");
        peer.saysRaw((byte) 23, (byte) 3, (byte) 3, (byte) 0xff, (byte) 0xff);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).first().isEqualTo("before");
    }

    @Test
    void recordsWithoutContentAreNothing() throws Exception {
        RawTls peer = pair.connectedByHand();
        for (int i = 0; i < 2 * TlsReader.MOST_OWED; i++) {
            peer.says("");
        }
        peer.says("something");
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("something");
    }
}
