package org.gotalk.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.bytes;
import static org.gotalk.testing.Frames.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.conformance.Conforms;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.testing.Buffers;
import org.junit.jupiter.api.Test;

class SplitFramingTest {

    private static final String LARGE = "x".repeat(200_000);

    private final SplitFraming framing = new SplitFraming();

    @Test
    @Conforms("split-framing")
    void eachHeaderAndEachPayloadIsAMessageOfItsOwn() {
        assertThat(messages(List.of(frame("h1", "p1"), frame("h2", "p2"))))
                .extracting(SplitFramingTest::shown)
                .containsExactly("binary h1", "binary p1", "binary h2", "binary p2");
    }

    @Test
    @Conforms("split-framing")
    void anEmptyPayloadIsNoMessage() {
        assertThat(messages(List.of(frame("h1"), frame("h2"))))
                .extracting(SplitFramingTest::shown)
                .containsExactly("binary h1", "binary h2");
    }

    @Test
    @Conforms("split-framing")
    void aLargePayloadIsNotCut() {
        assertThat(messages(List.of(frame("h", LARGE)))).hasSize(2);
    }

    @Test
    @Conforms("text-peer")
    void aPeerThatBeganWithTextIsAnsweredInText() {
        framing.received(true);
        assertThat(messages(List.of(frame("h", "p"))))
                .extracting(SplitFramingTest::shown)
                .containsExactly("text h", "text p");
    }

    @Test
    void aPeerThatHasSentNothingYetGetsBinary() {
        assertThat(messages(List.of(frame("01")))).noneMatch(WebSocketMessage::isText);
    }

    @Test
    void aPayloadOfBytesMakesNoBinaryPeerOfATextPeer() {
        framing.received(true);
        framing.received(true);
        framing.received(false);
        assertThat(messages(List.of(frame("h", "p")))).allMatch(WebSocketMessage::isText);
    }

    @Test
    void aPayloadOfTextMakesNoTextPeerOfABinaryPeer() {
        framing.received(false);
        framing.received(false);
        framing.received(true);
        assertThat(messages(List.of(frame("h", "p")))).noneMatch(WebSocketMessage::isText);
    }

    @Test
    @Conforms("text-peer")
    void aHeaderThatIsNotAsciiIsBinaryEvenToATextPeer() {
        framing.received(true);
        Frame umlaut = new Frame(ByteBuffer.wrap("ü".getBytes(UTF_8)), bytes("p"));
        assertThat(messages(List.of(umlaut)))
                .extracting(WebSocketMessage::isText)
                .containsExactly(false, true);
    }

    @Test
    @Conforms("text-peer")
    void aPayloadIsTextToATextPeerWhereItIsUtf8() {
        framing.received(true);
        Frame utf8 = new Frame(bytes("h"), ByteBuffer.wrap("ü😀".getBytes(UTF_8)));
        Frame notUtf8 = frame("h", "\u00ff");
        assertThat(messages(List.of(utf8, notUtf8)))
                .extracting(WebSocketMessage::isText)
                .containsExactly(true, true, true, false);
    }

    @Test
    void lookingAtThePayloadDoesNotMoveIt() {
        framing.received(true);
        Frame frame = frame("abc", "def");
        messages(List.of(frame));
        assertThat(frame.size()).isEqualTo(6);
    }

    @Test
    void aTextMessageIsHandedOnAsAWhole() {
        assertThat(framing.textBoundary()).isEqualTo(Boundary.WHOLE_TEXT_MESSAGE);
    }

    @Test
    void thePeerMayNotTakeEveryMessage() {
        assertThat(framing.supportsFullProtocol()).isFalse();
    }

    private List<WebSocketMessage> messages(List<Frame> frames) {
        List<WebSocketMessage> messages = new ArrayList<>();
        framing.messages(frames).forEachRemaining(messages::add);
        return messages;
    }

    private static String shown(WebSocketMessage message) {
        return (message.isText() ? "text " : "binary ") + new String(Buffers.bytes(message.bytes()), UTF_8);
    }
}
