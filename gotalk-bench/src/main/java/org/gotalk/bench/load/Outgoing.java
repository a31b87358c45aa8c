package org.gotalk.bench.load;

import java.nio.ByteBuffer;

/** Where requests go: WebSocket messages, or a stream of bytes. */
public interface Outgoing {

    /** One binary message. */
    void binary(ByteBuffer payload);

    /** One text message. */
    void text(ByteBuffer payload);

    /** A ping, which only WebSockets have. */
    void ping();
}
