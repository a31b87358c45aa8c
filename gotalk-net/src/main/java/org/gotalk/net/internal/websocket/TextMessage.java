package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A text message as it comes, in parts. Peers of the reference may send a payload as one whole text, so it is gathered. */
final class TextMessage {

    private final int longest;
    private final StringBuilder gathered = new StringBuilder();

    /** An empty one, of so many characters at most. */
    TextMessage(int longest) {
        this.longest = longest;
    }

    int longest() {
        return longest;
    }

    /** Adds a part; false if that were too long. */
    boolean add(CharSequence part) {
        if (part.length() > longest - gathered.length()) {
            gathered.setLength(0);
            return false;
        }
        gathered.append(part);
        return true;
    }

    /** What was gathered, as UTF-8. The next part begins anew. */
    ByteBuffer take() {
        ByteBuffer bytes = UTF_8.encode(gathered.toString());
        gathered.setLength(0);
        return bytes;
    }
}
