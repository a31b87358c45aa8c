package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import org.gotalk.bench.load.Incoming;

/** Finds the messages in Gotalk's stream of bytes, wherever WebSocket messages cut it. */
final class GotalkFrames {

    private static final int VERSION = 2;
    private static final int HEARTBEAT = 13;
    private static final int PROTOCOL_ERROR = 9;
    private static final int RETRY_WAIT_AT = 5;
    private static final int RESULT_SIZE_AT = 5;
    private static final int NAME_SIZE_AT = 1;
    private static final int NAME_SIZE_WIDTH = 3;
    private static final int NAME_AT = NAME_SIZE_AT + NAME_SIZE_WIDTH;
    private static final int SIZE_WIDTH = 8;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final boolean isWebSocket;
    private ByteBuffer rest = NOTHING;

    GotalkFrames(boolean isWebSocket) {
        this.isWebSocket = isWebSocket;
    }

    /** Hands on the whole messages. Of a stream the rest is left where it is, that of a WebSocket message is kept. */
    void read(Incoming incoming, Reader reader) {
        if (!isWebSocket) {
            read(incoming.bytes(), reader);
            return;
        }
        ByteBuffer joined = rest.hasRemaining() ? joined(rest, incoming.bytes()) : incoming.bytes();
        read(joined, reader);
        rest = joined.hasRemaining() ? joined(joined, NOTHING.duplicate()) : NOTHING;
    }

    private static void read(ByteBuffer bytes, Reader reader) {
        while (bytes.hasRemaining()) {
            int at = bytes.position();
            int length = length(bytes, at);
            if (bytes.remaining() < length) {
                return;
            }
            reader.message(bytes, at);
            bytes.position(at + length);
        }
    }

    /** The size of the payload of a result, or of a part of one. */
    static int resultSize(ByteBuffer bytes, int at) {
        return Digits.get(bytes, at + RESULT_SIZE_AT, SIZE_WIDTH);
    }

    /** How many milliseconds a request that was refused has to wait. */
    static int retryWait(ByteBuffer bytes, int at) {
        return Digits.get(bytes, at + RETRY_WAIT_AT, SIZE_WIDTH);
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    private static int length(ByteBuffer bytes, int at) {
        return switch (bytes.get(at)) {
            case '0' -> VERSION;
            case 'h' -> HEARTBEAT;
            case 'n' ->
                bytes.remaining() < NAME_AT
                        ? NAME_AT
                        : withPayload(bytes, at, NAME_AT + Digits.get(bytes, at + NAME_SIZE_AT, NAME_SIZE_WIDTH));
            case 'e' -> withPayload(bytes, at, RETRY_WAIT_AT + SIZE_WIDTH);
            case 'f' -> PROTOCOL_ERROR;
            default -> withPayload(bytes, at, RESULT_SIZE_AT);
        };
    }

    /** The length of a message whose size is so far behind its beginning; at least what is needed to tell. */
    private static int withPayload(ByteBuffer bytes, int at, int sizeAt) {
        int header = sizeAt + SIZE_WIDTH;
        return bytes.remaining() < header ? header : header + Digits.get(bytes, at + sizeAt, SIZE_WIDTH);
    }

    /** Takes messages. */
    interface Reader {

        /** A whole message begins here. */
        void message(ByteBuffer bytes, int at);
    }
}
