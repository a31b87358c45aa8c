package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.MessageHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Joins the parts of text messages, because a peer with the reference's library may send a payload as one whole text
 * whose length in bytes it does not know. Limits the length, because containers do not limit fragmented messages.
 */
final class TextParts implements MessageHandler.Partial<String> {

    private final SessionChannel link;
    private final int longest;
    private final StringBuilder message = new StringBuilder(); // used by the session's reading thread only

    /**
     * Creates the handler of one session.
     *
     * @param longest maximum number of characters of a message
     */
    TextParts(SessionChannel link, int longest) {
        this.link = link;
        this.longest = longest;
    }

    @Override
    public void onMessage(String part, boolean last) {
        if (last && message.isEmpty()) {
            deliver(part);
        } else if (message.length() + part.length() > longest) {
            message.setLength(0);
            link.close(
                    CloseCodes.TOO_BIG.getCode(),
                    "a text message has at most " + longest + " characters; send binary messages for more");
        } else {
            message.append(part);
            if (last) {
                deliver(message.toString());
                message.setLength(0);
            }
        }
    }

    private void deliver(String text) {
        link.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true);
    }
}
