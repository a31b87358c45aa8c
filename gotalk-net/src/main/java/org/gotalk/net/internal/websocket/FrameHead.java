package org.gotalk.net.internal.websocket;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** The head of a frame of a server, from bytes split anywhere. Reused for each frame. */
final class FrameHead {

    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int MAX_BYTES = 10;

    private final ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);

    /** Begins a new one. */
    void clear() {
        bytes.clear();
    }

    /** Reads on; whether it is complete. */
    boolean read(ByteBuffer in) {
        while (in.hasRemaining() && bytes.position() < size()) {
            bytes.put(in.get());
        }
        return bytes.position() == size();
    }

    private int size() {
        if (bytes.position() < 2) {
            return 2;
        }
        int length = bytes.get(1) & ~MASKED & 0xff;
        return length < TWO_BYTES ? 2 : length == TWO_BYTES ? 4 : MAX_BYTES;
    }

    boolean isLast() {
        return (bytes.get(0) & LAST) != 0;
    }

    int opcode() {
        return bytes.get(0) & OPCODE;
    }

    /** The size of the payload. */
    long length() {
        int length = bytes.get(1) & ~MASKED & 0xff;
        return switch (length) {
            case TWO_BYTES -> bytes.getShort(2) & 0xffff;
            case EIGHT_BYTES -> bytes.getLong(2);
            default -> length;
        };
    }

    /** Checks what can be said of a frame alone. */
    void check() throws ProtocolException {
        if ((bytes.get(0) & RESERVED) != 0 || !Opcode.isKnown(opcode())) {
            throw new ProtocolException("reserved bits or opcode " + opcode());
        }
        if ((bytes.get(1) & MASKED) != 0) {
            throw new ProtocolException("masked");
        }
        if (Opcode.isControl(opcode()) && (!isLast() || length() > Opcode.MAX_CONTROL_PAYLOAD)) {
            throw new ProtocolException("a control frame in pieces, or of " + length() + " bytes");
        }
        if (length() < 0) {
            throw new ProtocolException("a negative length");
        }
    }
}
