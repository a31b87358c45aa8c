package org.gotalk.bench.micro;

import java.nio.ByteBuffer;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;

/** What a peer sends. */
final class Bytes {

    /** How many requests come at once. */
    static final int REQUESTS = 64;

    private Bytes() {}

    /** The first bytes of a conversation. */
    static ByteBuffer version() {
        return EncodedMessage.version().header();
    }

    /** Requests behind each other. */
    static ByteBuffer requests(String operation, Payload payload) {
        ByteBuffer all = ByteBuffer.allocate(REQUESTS * (64 + payload.size()));
        for (int i = 0; i < REQUESTS; i++) {
            EncodedMessage request = EncodedMessage.of(new SingleRequest(new RequestId(i), operation, payload));
            all.put(request.header()).put(request.payload());
        }
        return all.flip();
    }
}
