package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** What the Gotalk cases have in common. */
final class GotalkRequest {

    private static final int ID_AT = 1;
    private static final int ID_WIDTH = 4;

    private GotalkRequest() {}

    /** A whole one, with zeros where its id will be. */
    static ByteBuffer request(String operation, ByteBuffer payload) {
        return joined(header(operation, payload.remaining()), payload);
    }

    /** Of a request, with zeros where its id will be. */
    static ByteBuffer header(String operation, int payload) {
        return header('r', operation, payload);
    }

    /** Of a request in parts, with the first of them. */
    static ByteBuffer streamHeader(String operation, int part) {
        return header('s', operation, part);
    }

    /** Of a further part; an empty one is the end. */
    static ByteBuffer partHeader(int part) {
        return ByteBuffer.wrap("p0000%08x".formatted(part).getBytes(UTF_8));
    }

    private static ByteBuffer header(char kind, String operation, int payload) {
        String text = "%s0000%03x%s%08x".formatted(kind, operation.length(), operation, payload);
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    /** Of a notification. */
    static ByteBuffer notification(String name, ByteBuffer payload) {
        String header = "n%03x%s%08x".formatted(name.length(), name, payload.remaining());
        return joined(ByteBuffer.wrap(header.getBytes(UTF_8)), payload);
    }

    /** Both in one. */
    static ByteBuffer joined(ByteBuffer header, ByteBuffer payload) {
        return ByteBuffer.allocate(header.remaining() + payload.remaining())
                .put(header.duplicate())
                .put(payload.duplicate())
                .flip();
    }

    /** Makes a number the id of a request, or of a part of one, that begins at 0. */
    static void putId(ByteBuffer request, int id) {
        Digits.put(request, ID_AT, ID_WIDTH, id);
    }

    /** The id of a message, which is a number. */
    static int id(ByteBuffer bytes, int at) {
        return Digits.get(bytes, at + ID_AT, ID_WIDTH);
    }

    /** Whatever is neither a version nor a heartbeat would make the figures wrong. */
    static void checkNoRefusal(ByteBuffer message, int at) {
        byte kind = message.get(at);
        if (kind != '0' && kind != 'h') {
            throw new IllegalStateException(
                    "not an answer: " + UTF_8.decode(message.duplicate().position(at)));
        }
    }
}
