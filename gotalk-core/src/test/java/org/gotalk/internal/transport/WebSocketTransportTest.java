package org.gotalk.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gotalk.testing.Frames.bytes;
import static org.gotalk.testing.Frames.frame;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.conformance.Conforms;
import org.gotalk.spi.Transport;
import org.gotalk.testing.RecordingChannel;
import org.gotalk.testing.RecordingCompletion;
import org.gotalk.testing.RecordingListener;
import org.junit.jupiter.api.Test;

class WebSocketTransportTest {

    private final RecordingChannel channel = new RecordingChannel();
    private final RecordingListener listener = new RecordingListener();
    private final RecordingCompletion completion = new RecordingCompletion();

    @Test
    @Conforms("packed-framing")
    void aPeerThatNegotiatedTheSubprotocolGetsPackedMessages() {
        started("gotalk.v1").send(List.of(frame("h", "p"), frame("i")), completion);
        assertThat(channel.texts()).containsExactly("hpi");
        assertThat(completion.timesSent()).isOne();
        assertThat(started("gotalk.v1").supportsFullProtocol()).isTrue();
        assertThat(started("gotalk.v1").supportsExtensions()).isTrue();
    }

    @Test
    @Conforms("split-framing")
    void anyOtherPeerGetsTheReferencesFraming() {
        for (String subprotocol : List.of("", "gotalk.v2", "GOTALK.V1")) {
            RecordingChannel other = new RecordingChannel();
            Transport transport = new WebSocketTransport(other, subprotocol);
            transport.send(List.of(frame("h", "p"), frame("i")), completion);
            assertThat(other.texts()).containsExactly("h", "p", "i");
            assertThat(transport.supportsFullProtocol()).isFalse();
            assertThat(transport.supportsExtensions()).isFalse();
        }
    }

    @Test
    void textMessagesAreWholeOnlyInTheReferencesFraming() {
        started("").received(bytes("a"), true);
        started("").received(bytes("b"), false);
        started("gotalk.v1").received(bytes("c"), true);
        assertThat(listener.events()).containsExactly("text a", "b", "c");
    }

    @Test
    void theAnswerToATextPeerIsText() {
        WebSocketTransport transport = started("");
        transport.received(bytes("01"), true);
        transport.send(List.of(frame("h", "p")), completion);
        assertThat(channel.sent()).allMatch(RecordingChannel.Sent::isText);
    }

    @Test
    void theRestOfAMessageIsBytesOfTheStream() {
        WebSocketTransport transport = started("");
        ByteBuffer message = bytes("abc");
        listener.takeAtMost(1, () -> {});
        transport.received(message, true);
        listener.takeAtMost(9, () -> {});
        transport.resumed(message);
        assertThat(listener.events()).containsExactly("text a", "bc");
    }

    @Test
    void theEndIsToldOnce() {
        WebSocketTransport transport = started("");
        transport.closed(1006, "broken");
        transport.closed(1000, "late");
        assertThat(listener.events()).containsExactly("closed 1006 broken");
    }

    @Test
    void pausingAndClosingAreTheChannels() {
        WebSocketTransport transport = started("");
        transport.pauseReading();
        assertThat(channel.isPaused()).isTrue();
        transport.resumeReading();
        assertThat(channel.isPaused()).isFalse();
        transport.close(4003, "timeout");
        assertThat(channel.closes()).containsExactly("4003 timeout");
    }

    @Test
    void aTransportThatWasNotStartedSaysSo() {
        WebSocketTransport transport = new WebSocketTransport(channel, "");
        assertThatIllegalStateException()
                .isThrownBy(() -> transport.received(bytes("01"), false))
                .withMessage("the transport was not started");
    }

    private WebSocketTransport started(String subprotocol) {
        WebSocketTransport transport = new WebSocketTransport(channel, subprotocol);
        transport.start(listener);
        return transport;
    }
}
