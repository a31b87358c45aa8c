package org.gotalk.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.gotalk.conformance.Recording;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.junit.jupiter.api.Test;

class SuspendedDecoderTest {

    private final Recording recording = new Recording();
    private final Decoder decoder = new Decoder(4095, 100, recording);

    @Test
    void theRestOfTheBytesStaysInTheBuffer() {
        recording.afterEach(decoder::suspend);
        ByteBuffer bytes = ascii("01n001a00000001xn001b00000000");
        decoder.feed(bytes);
        assertThat(bytes.remaining()).isEqualTo("n001a00000001xn001b00000000".length());
        decoder.feed(bytes);
        assertThat(bytes.remaining()).isEqualTo("n001b00000000".length());
        decoder.feed(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(recording.events()).hasSize(3);
    }

    @Test
    void nothingIsHeldBackOnceItIsFedAgain() {
        recording.afterEach(decoder::suspend);
        ByteBuffer bytes = ascii("01n001a00000000n001b00000000n001c00000000");
        decoder.feed(bytes);
        recording.afterEach(() -> {});
        decoder.feed(bytes);
        assertThat(recording.events()).hasSize(4);
    }

    @Test
    void aTextPayloadIsTakenWholeThoughReadingStopsAfterIt() {
        decoder.feed(ascii("01n001a00000009"));
        recording.afterEach(decoder::suspend);
        ByteBuffer text = ascii("short");
        decoder.beginTextMessage(text.remaining());
        decoder.feed(text);
        assertThat(recording.events()).last().isEqualTo(new NotificationMessage("a", Payload.utf8("short")));
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }
}
