package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** What the Gotalk cases have in common. */
final class GotalkRequest {

    private GotalkRequest() {}

    /** Of a request, with zeros where its id will be. */
    static ByteBuffer header(String operation, int payload) {
        String text = "r0000%03x%s%08x".formatted(operation.length(), operation, payload);
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    /** Whatever is neither a version nor a heartbeat would make the figures wrong. */
    static void checkNoRefusal(ByteBuffer message) {
        byte kind = message.get(message.position());
        if (kind != '0' && kind != 'h') {
            throw new IllegalStateException("not an answer: " + UTF_8.decode(message.duplicate()));
        }
    }
}
