package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;

/**
 * The framing of the reference implementation: each header, and each payload that is not empty, is a message of its
 * own. The reference's browser library depends on it.
 *
 * <p>A peer whose first message is text is answered in text where that is possible: a header must be ASCII, because such
 * peers count characters in it; a payload must be UTF-8. The first message is the version, which tells the library's mode;
 * payloads of bytes are binary in its text mode too.
 */
final class SplitFraming implements WebSocketFraming {

    private volatile boolean heard;
    private volatile boolean isTextPeer;

    @Override
    public Iterator<WebSocketMessage> messages(List<Frame> frames) {
        boolean inText = isTextPeer;
        List<WebSocketMessage> messages = new ArrayList<>(2 * frames.size());
        for (Frame frame : frames) {
            messages.add(new WebSocketMessage(frame.header(), inText && isAscii(frame.header())));
            if (frame.payload().hasRemaining()) {
                messages.add(new WebSocketMessage(frame.payload(), inText && isUtf8(frame.payload())));
            }
        }
        return messages.iterator();
    }

    @Override
    public boolean supportsFullProtocol() {
        return false;
    }

    @Override
    public Boundary textBoundary() {
        return Boundary.WHOLE_TEXT_MESSAGE;
    }

    @Override
    public void received(boolean isText) {
        if (!heard) {
            heard = true;
            isTextPeer = isText;
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
