package org.gotalk.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** WebSocket frames. Masked with zeros, which spares this side the work; the server does it all the same. */
final class WebSocketLink implements Link {

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int LONGEST_HEADER = 14;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final GrowingBuffer out;
    private @Nullable ByteBuffer fragments;
    private int kind;

    WebSocketLink(GrowingBuffer out) {
        this.out = out;
    }

    @Override
    public void binary(ByteBuffer payload) {
        message(BINARY, payload);
    }

    @Override
    public void text(ByteBuffer payload) {
        message(TEXT, payload);
    }

    @Override
    public void ping() {
        message(PING, NOTHING.duplicate());
    }

    private void message(int opcode, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer to = out.room(length + LONGEST_HEADER);
        to.put((byte) (FINAL | opcode));
        if (length < SHORT_LENGTH) {
            to.put((byte) (MASKED | length));
        } else if (length <= 0xffff) {
            to.put((byte) (MASKED | SHORT_LENGTH)).putShort((short) length);
        } else {
            to.put((byte) (MASKED | LONG_LENGTH)).putLong(length);
        }
        to.putInt(0).put(payload);
    }

    @Override
    public void read(ByteBuffer in, Consumer<Incoming> receiver) throws IOException {
        while (true) {
            int start = in.position();
            int length = lengthOfNext(in);
            if (length < 0 || in.remaining() < length) {
                in.position(start);
                return;
            }
            ByteBuffer payload = in.slice(in.position(), length);
            in.position(in.position() + length);
            frame(in.get(start), payload, receiver);
        }
    }

    /** Reads the header; -1 where it is incomplete. */
    private static int lengthOfNext(ByteBuffer in) {
        if (in.remaining() < 2) {
            return -1;
        }
        in.get();
        int length = in.get() & 0x7f;
        if (length == SHORT_LENGTH) {
            return in.remaining() < Short.BYTES ? -1 : in.getShort() & 0xffff;
        }
        if (length == LONG_LENGTH) {
            return in.remaining() < Long.BYTES ? -1 : Math.toIntExact(in.getLong());
        }
        return length;
    }

    private void frame(byte head, ByteBuffer payload, Consumer<Incoming> receiver) throws IOException {
        int opcode = head & 0xf;
        boolean isFinal = (head & FINAL) != 0;
        if (opcode == CLOSE) {
            throw new EOFException("the server closed with " + (payload.remaining() < 2 ? 1005 : payload.getShort()));
        }
        if (opcode == PING) {
            message(PONG, payload);
        }
        if (opcode > CLOSE) {
            return;
        }
        if (isFinal && opcode != CONTINUATION) {
            receiver.accept(new Incoming(opcode == TEXT, payload));
            return;
        }
        if (opcode != CONTINUATION) {
            kind = opcode;
        }
        ByteBuffer before = fragments;
        int size = before == null ? 0 : before.position();
        ByteBuffer joined = ByteBuffer.allocate(size + payload.remaining());
        if (before != null) {
            joined.put(before.flip());
        }
        joined.put(payload);
        fragments = joined;
        if (isFinal) {
            fragments = null;
            receiver.accept(new Incoming(kind == TEXT, joined.flip()));
        }
    }
}
