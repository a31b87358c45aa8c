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
 * The framing of the reference implementation: each header, and each payload that is not empty, is a separate message.
 * Its browser library depends on it.
 *
 * <p>If the first message of the peer is text, this side sends text where possible: headers must be ASCII, because such
 * peers count characters; payloads must be UTF-8. The first message is the version, which shows the library's mode; raw
 * payloads are binary even in its text mode.
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
