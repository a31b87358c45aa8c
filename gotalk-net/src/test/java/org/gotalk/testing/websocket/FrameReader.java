package org.gotalk.testing.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;

/** Reads frames as clients write them, whole or in pieces. One that is not masked is an error. */
final class FrameReader {

    private final DataInputStream in;
    private final byte[] mask = new byte[4];
    private int first;
    private int left;
    private int masked;

    FrameReader(DataInputStream in) {
        this.in = in;
    }

    /** The next frame, or what is left of this one, of so many bytes at most; a piece is not its message's last. */
    WebSocketFrame next(int most) throws IOException {
        boolean isNew = left == 0;
        if (isNew) {
            readHead();
        }
        byte[] bytes = new byte[Math.min(left, most)];
        in.readFully(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[masked++ % mask.length];
        }
        left -= bytes.length;
        boolean isLast = (first & WebSocketFrame.LAST) != 0 && left == 0;
        int opcode = isNew ? first & 0x0f : WebSocketFrame.CONTINUATION;
        return new WebSocketFrame(isLast, opcode, new String(bytes, ISO_8859_1));
    }

    private void readHead() throws IOException {
        first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        if ((second & WebSocketFrame.MASKED) == 0) {
            throw new AssertionError("clients have to mask what they send");
        }
        left = second & ~WebSocketFrame.MASKED;
        if (left == WebSocketFrame.TWO_BYTES) {
            left = in.readUnsignedShort();
        } else if (left == WebSocketFrame.EIGHT_BYTES) {
            left = Math.toIntExact(in.readLong());
        }
        in.readFully(mask);
        masked = 0;
    }
}
