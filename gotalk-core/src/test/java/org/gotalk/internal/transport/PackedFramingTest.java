package org.gotalk.internal.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.bytes;
import static org.gotalk.testing.Frames.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gotalk.conformance.Conforms;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.testing.Buffers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFramingTest {

    private static final int LIMIT = 64 * 1024;

    private final PackedFraming framing = new PackedFraming();

    @Test
    @Conforms({"packed-framing", "all-in-one-message"})
    void framesThatWaitTogetherShareAMessage() {
        assertThat(messages(List.of(frame("a", "bc"), frame("d"), frame("e", "f"))))
                .extracting(message -> Buffers.bytes(message.bytes()))
                .containsExactly("abcdef".getBytes(US_ASCII));
    }

    @ParameterizedTest
    @Conforms("packed-framing")
    @ValueSource(ints = {LIMIT - 2, LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT - 1, 2 * LIMIT, 2 * LIMIT + 1, 10 * LIMIT})
    void noMessageIsLargerThan64KiBAndNothingIsLostBetween(int payload) {
        byte[] content = new byte[payload];
        new Random(payload).nextBytes(content);
        Frame large = new Frame(bytes("h"), ByteBuffer.wrap(content));
        List<WebSocketMessage> messages = messages(List.of(large, frame("x", "y")));
        assertThat(messages).allMatch(message -> message.bytes().remaining() <= LIMIT);
        assertThat(messages).hasSize((payload + 3 + LIMIT - 1) / LIMIT);

        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write('h');
        expected.writeBytes(content);
        expected.write('x');
        expected.write('y');
        assertThat(Buffers.bytes(messages.stream().map(WebSocketMessage::bytes).toList()))
                .isEqualTo(expected.toByteArray());
    }

    @Test
    @Conforms("packed-framing")
    void noMessageIsEmpty() {
        List<Frame> frames = List.of(frame("h", "x".repeat(LIMIT - 1)), frame("", ""));
        assertThat(messages(frames))
                .hasSize(1)
                .allMatch(message -> message.bytes().hasRemaining());
    }

    @Test
    void everythingIsBinaryWhateverThePeerSends() {
        framing.received(true);
        assertThat(messages(List.of(frame("a", "b")))).noneMatch(WebSocketMessage::isText);
    }

    @Test
    void theFramesBuffersStayAsTheyAre() {
        Frame frame = frame("abc", "def");
        messages(List.of(frame));
        assertThat(frame.size()).isEqualTo(6);
    }

    @Test
    void textMessagesAreBytesOfTheStream() {
        assertThat(framing.textBoundary()).isEqualTo(Boundary.NONE);
    }

    @Test
    void thePeerTakesEveryMessage() {
        assertThat(framing.supportsFullProtocol()).isTrue();
    }

    private List<WebSocketMessage> messages(List<Frame> frames) {
        List<WebSocketMessage> messages = new ArrayList<>();
        framing.messages(frames).forEachRemaining(messages::add);
        return messages;
    }
}
