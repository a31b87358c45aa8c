package org.gotalk.net.internal.websocket;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.jspecify.annotations.Nullable;

/**
 * A message or control frame on its way to a server, masked and sent piece by piece. The payload is left as it is.
 *
 * <p>Each piece of a binary message is a frame. Containers that deliver a frame only when it is complete, such as Open
 * Liberty, would otherwise hear nothing during a large upload over a slow link, and take the peer for dead. Texts are
 * one frame, since a piece may end within a character.
 */
final class OutgoingFrame {

    /** Bytes that are masked and sent at once. */
    static final int PIECE = 64 * 1024;

    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int MAX_TWO_BYTES = 0xffff;
    private static final int MAX_HEAD = 14;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int opcode;
    private final ByteBuffer payload;
    private final IntSupplier masks;
    private final @Nullable SendCompletion completion;
    private int mask;
    private boolean isBegun;

    /**
     * A whole message, or a control frame.
     *
     * @param masks random numbers
     * @param completion called when the network has taken all of it; null for nobody
     */
    OutgoingFrame(int opcode, ByteBuffer payload, IntSupplier masks, @Nullable SendCompletion completion) {
        this.opcode = opcode;
        this.payload = payload.duplicate();
        this.masks = masks;
        this.completion = completion;
    }

    @Nullable
    SendCompletion completion() {
        return completion;
    }

    boolean isBegun() {
        return isBegun;
    }

    boolean isDone() {
        return isBegun && !payload.hasRemaining();
    }

    /** The next piece of an even number of masks, so that each begins with the mask's first byte. */
    Frame next() {
        int length = Math.min(PIECE, payload.remaining());
        ByteBuffer head = head(length);
        isBegun = true;
        ByteBuffer piece = ByteBuffer.allocate(length);
        while (piece.remaining() >= Integer.BYTES) {
            piece.putInt(payload.getInt() ^ mask);
        }
        for (int shift = Integer.SIZE - Byte.SIZE; piece.hasRemaining(); shift -= Byte.SIZE) {
            piece.put((byte) (payload.get() ^ (mask >> shift)));
        }
        return new Frame(head, piece.flip());
    }

    private ByteBuffer head(int pieceLength) {
        if (opcode == Opcode.BINARY) {
            boolean isLast = pieceLength == payload.remaining();
            return head((isLast ? LAST : 0) | (isBegun ? Opcode.CONTINUATION : opcode), pieceLength);
        }
        return isBegun ? NOTHING : head(LAST | opcode, payload.remaining());
    }

    private ByteBuffer head(int kind, int length) {
        mask = masks.getAsInt();
        ByteBuffer head = ByteBuffer.allocate(MAX_HEAD).put((byte) kind);
        if (length < TWO_BYTES) {
            head.put((byte) (MASKED | length));
        } else if (length <= MAX_TWO_BYTES) {
            head.put((byte) (MASKED | TWO_BYTES)).putShort((short) length);
        } else {
            head.put((byte) (MASKED | EIGHT_BYTES)).putLong(length);
        }
        return head.putInt(mask).flip();
    }
}
