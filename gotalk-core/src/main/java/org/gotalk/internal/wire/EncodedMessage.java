package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;

/** An encoded message: header and payload, without a copy. Immutable, so it can be sent to many peers. */
public final class EncodedMessage {

    private static final byte[] VERSION = "01".getBytes(StandardCharsets.US_ASCII);

    private final byte[] header;
    private final Payload payload;

    EncodedMessage(byte[] header, Payload payload) {
        this.header = header;
        this.payload = payload;
    }

    /** Encodes a message. */
    public static EncodedMessage of(Message message) {
        Encoder encoder = new Encoder();
        message.deliverTo(encoder);
        return new EncodedMessage(encoder.header(), encoder.payload());
    }

    /** The same message behind another one, which the peer gets directly before it. */
    public EncodedMessage behind(Message first) {
        EncodedMessage before = of(first);
        byte[] both = new byte[before.size() + header.length];
        ByteBuffer.wrap(both).put(before.header).put(before.payload()).put(header);
        return new EncodedMessage(both, payload);
    }

    /** The bytes that begin a connection. */
    public static EncodedMessage version() {
        return new EncodedMessage(VERSION, Payload.EMPTY);
    }

    /** Total size, in bytes. */
    public int size() {
        return header.length + payload.size();
    }

    /** The message without its payload; a new buffer for each call. */
    public ByteBuffer header() {
        return ByteBuffer.wrap(header);
    }

    /** The payload, which may be empty; a new buffer for each call. */
    public ByteBuffer payload() {
        return payload.buffer();
    }

    /** The header as text, and the beginning of the payload. */
    @Override
    public String toString() {
        return new String(header, StandardCharsets.ISO_8859_1) + payload;
    }
}
