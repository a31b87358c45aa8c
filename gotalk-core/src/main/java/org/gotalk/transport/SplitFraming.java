package org.gotalk.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The framing of the reference implementation: each header, and each payload that is not empty, is a message of its
 * own. The reference's browser library depends on it.
 *
 * <p>A peer that has only ever sent text messages is answered in text where that is possible: a header must be ASCII,
 * because such peers count characters in it; a payload must be UTF-8.
 */
final class SplitFraming implements WebSocketFraming {

    private volatile boolean receivedText;
    private volatile boolean receivedBinary;

    @Override
    public Iterator<WebSocketMessage> messages(List<Frame> frames) {
        boolean textOnly = receivedText && !receivedBinary;
        List<WebSocketMessage> messages = new ArrayList<>(2 * frames.size());
        for (Frame frame : frames) {
            messages.add(new WebSocketMessage(frame.header(), textOnly && isAscii(frame.header())));
            if (frame.payload().hasRemaining()) {
                messages.add(new WebSocketMessage(frame.payload(), textOnly && isUtf8(frame.payload())));
            }
        }
        return messages.iterator();
    }

    @Override
    public boolean takesEveryMessage() {
        return false;
    }

    @Override
    public Boundary textBoundary() {
        return Boundary.WHOLE_TEXT_MESSAGE;
    }

    @Override
    public void received(boolean isText) {
        if (isText) {
            receivedText = true;
        } else {
            receivedBinary = true;
        }
    }

    private static boolean isAscii(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
