package org.gotalk.spi;

import java.nio.ByteBuffer;

/**
 * An outbound message. Its two parts are separate because some WebSocket peers expect each in its own message.
 *
 * @param header the message without its payload
 * @param payload the payload; may be empty
 */
public record Frame(ByteBuffer header, ByteBuffer payload) {

    /** Total size, in bytes. */
    public int size() {
        return header.remaining() + payload.remaining();
    }
}
