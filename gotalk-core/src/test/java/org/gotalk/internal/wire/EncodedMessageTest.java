package org.gotalk.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.testing.Buffers;
import org.junit.jupiter.api.Test;

class EncodedMessageTest {

    private static final Message REQUEST = new SingleRequest(new RequestId(0x30303031), "echo", Payload.utf8("hello"));

    @Test
    void headerAndPayloadStayApart() {
        EncodedMessage encoded = EncodedMessage.of(REQUEST);
        assertThat(text(encoded.header())).isEqualTo("r0001004echo00000005");
        assertThat(text(encoded.payload())).isEqualTo("hello");
    }

    @Test
    void theVersionIsAHeaderAlone() {
        EncodedMessage encoded = EncodedMessage.version();
        assertThat(text(encoded.header())).isEqualTo("01");
        assertThat(encoded.payload().hasRemaining()).isFalse();
    }

    @Test
    void theSizeCountsHeaderAndPayload() {
        assertThat(EncodedMessage.of(REQUEST).size()).isEqualTo("r0001004echo00000005hello".length());
        assertThat(EncodedMessage.version().size()).isEqualTo(2);
    }

    @Test
    void eachReaderHasPositionsOfItsOwn() {
        EncodedMessage encoded = EncodedMessage.of(REQUEST);
        encoded.header().position(5);
        encoded.payload().position(5);
        assertThat(text(encoded.header())).isEqualTo("r0001004echo00000005");
        assertThat(text(encoded.payload())).isEqualTo("hello");
    }

    @Test
    void thePayloadIsNotCopied() {
        byte[] bytes = {1, 2, 3};
        ByteBuffer segment = EncodedMessage.of(new NotificationMessage("note", Payload.of(bytes)))
                .payload();
        bytes[0] = 9;
        assertThat(segment.get(segment.position())).isEqualTo((byte) 9);
    }

    @Test
    void logsReadTheHeaderAndTheBeginningOfThePayload() {
        assertThat(EncodedMessage.of(REQUEST)).hasToString("r0001004echo00000005hello");
        Message large = new SingleResult(new RequestId(0x30303031), Payload.utf8("x".repeat(1000)));
        assertThat(EncodedMessage.of(large)).hasToString("R0001000003e8" + "x".repeat(64) + "… (1000 bytes)");
    }

    private static String text(ByteBuffer segment) {
        return new String(Buffers.bytes(segment), StandardCharsets.US_ASCII);
    }
}
