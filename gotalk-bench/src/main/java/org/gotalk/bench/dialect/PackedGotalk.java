package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Gotalk as a stream of bytes: over TCP, or packed into WebSocket messages as {@code gotalk.v1} has it. */
public final class PackedGotalk implements Dialect {

    private static final int ID_AT = 1;
    private static final int ID_WIDTH = 4;
    private static final int SIZE_AT = 5;
    private static final int SIZE_WIDTH = 8;
    private static final int RESULT_HEADER = SIZE_AT + SIZE_WIDTH;
    private static final int VERSION = 2;
    private static final int HEARTBEAT = 13;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final boolean isWebSocket;
    private final ByteBuffer header;
    private final ByteBuffer payload;
    private ByteBuffer batch = NOTHING;
    private ByteBuffer rest = NOTHING;

    public PackedGotalk(boolean isWebSocket, String operation, ByteBuffer payload) {
        this.isWebSocket = isWebSocket;
        this.header = GotalkRequest.header(operation, payload.remaining());
        this.payload = payload;
    }

    @Override
    public String subprotocol() {
        return isWebSocket ? "gotalk.v1" : "";
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        if (count == 0) {
            return;
        }
        int size = count * (header.remaining() + payload.remaining());
        batch = batch.capacity() < size ? ByteBuffer.allocate(2 * size) : batch.clear();
        for (int i = 0; i < count; i++) {
            Digits.put(header, ID_AT, ID_WIDTH, slots[i]);
            batch.put(header.duplicate()).put(payload.duplicate());
        }
        out.binary(batch.flip());
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        if (!isWebSocket) {
            frames(message.bytes(), answered);
            return;
        }
        // A frame may go on in the next message.
        ByteBuffer joined = rest.hasRemaining() ? joined(rest, message.bytes()) : message.bytes();
        frames(joined, answered);
        rest = joined.hasRemaining() ? copy(joined) : NOTHING;
    }

    /** Goes through the whole frames and leaves what follows. */
    private static void frames(ByteBuffer bytes, IntConsumer answered) {
        while (bytes.hasRemaining()) {
            int length = length(bytes);
            if (bytes.remaining() < length) {
                return;
            }
            if (bytes.get(bytes.position()) == 'R') {
                answered.accept(Digits.get(bytes, bytes.position() + ID_AT, ID_WIDTH));
            } else {
                GotalkRequest.checkNoRefusal(bytes);
            }
            bytes.position(bytes.position() + length);
        }
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return joined(bytes, NOTHING.duplicate());
    }

    private static int length(ByteBuffer bytes) {
        int at = bytes.position();
        return switch (bytes.get(at)) {
            case '0' -> VERSION;
            case 'h' -> HEARTBEAT;
            default ->
                bytes.remaining() < RESULT_HEADER
                        ? RESULT_HEADER
                        : RESULT_HEADER + Digits.get(bytes, at + SIZE_AT, SIZE_WIDTH);
        };
    }
}
