package org.gotalk.spi;

import java.nio.ByteBuffer;

/**
 * One message on its way out. Its two parts stay apart because some WebSocket peers want each in a message of its own.
 *
 * @param header the message without its payload
 * @param payload the payload; may be empty
 */
public record Frame(ByteBuffer header, ByteBuffer payload) {

    /** Bytes in all. */
    public int size() {
        return header.remaining() + payload.remaining();
    }
}
