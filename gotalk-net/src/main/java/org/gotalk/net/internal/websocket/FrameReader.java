package org.gotalk.net.internal.websocket;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * Reads what a server sends, from bytes split anywhere. Binary messages are handed on as they come, texts as a whole.
 * Owns no thread; used by the thread that reads.
 */
final class FrameReader {

    private final Listener listener;
    private final TextMessage text;
    private final FrameHead head = new FrameHead();
    private final ByteBuffer control = ByteBuffer.allocate(Opcode.MAX_CONTROL_PAYLOAD);
    private boolean isInFrame;
    private long left; // of the payload of this frame
    private int message = Opcode.CONTINUATION; // the opcode of the message that is open; this for none

    FrameReader(int longestText, Listener listener) {
        this.text = new TextMessage(longestText);
        this.listener = listener;
    }

    /**
     * Reads on, up to the end of a message or a piece of one, which may leave some of a binary one.
     *
     * @throws ProtocolException if a frame breaks the rules
     */
    void read(ByteBuffer in) throws ProtocolException {
        if (!isInFrame && !begin(in)) {
            return;
        }
        int size = (int) Math.min(left, in.remaining());
        ByteBuffer piece = in.duplicate().limit(in.position() + size);
        take(piece);
        left -= size - piece.remaining();
        in.position(piece.position());
        if (left == 0) {
            isInFrame = false;
            finish(head.opcode(), head.isLast());
            head.clear();
        }
    }

    private boolean begin(ByteBuffer in) throws ProtocolException {
        if (!head.read(in)) {
            return false;
        }
        head.check();
        boolean continues = head.opcode() == Opcode.CONTINUATION;
        if (!Opcode.isControl(head.opcode())) {
            if (continues != (message != Opcode.CONTINUATION)) {
                throw new ProtocolException(continues ? "it continues no message" : "another message is incomplete");
            }
            message = continues ? message : head.opcode();
        }
        left = head.length();
        isInFrame = true;
        return true;
    }

    private void take(ByteBuffer piece) throws ProtocolException {
        if (Opcode.isControl(head.opcode())) {
            control.put(piece);
        } else if (message == Opcode.BINARY) {
            if (piece.hasRemaining()) {
                listener.binary(piece);
            }
        } else if (!text.add(piece)) {
            listener.textTooLong(text.longest());
        }
    }

    private void finish(int opcode, boolean isLast) throws ProtocolException {
        if (Opcode.isControl(opcode)) {
            ByteBuffer payload = ByteBuffer.wrap(Arrays.copyOf(control.array(), control.position()));
            control.clear();
            listener.control(opcode, payload);
        } else if (isLast) {
            boolean isText = message == Opcode.TEXT;
            message = Opcode.CONTINUATION;
            if (isText) {
                listener.text(textMessage());
            }
        }
    }

    private ByteBuffer textMessage() throws ProtocolException {
        try {
            return text.take();
        } catch (CharacterCodingException e) {
            throw new ProtocolException("a text message is not UTF-8");
        }
    }

    /** Told of what was read. */
    interface Listener {

        /** A piece of a binary message; what is not taken is handed on again. */
        void binary(ByteBuffer piece);

        /** A whole text message. */
        void text(ByteBuffer message);

        /** A text message has more than so many characters. */
        void textTooLong(int longest);

        /** A control frame. */
        void control(int opcode, ByteBuffer payload);
    }
}
