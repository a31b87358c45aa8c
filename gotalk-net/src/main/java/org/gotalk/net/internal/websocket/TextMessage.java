package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** A text message as it comes, in parts. Peers of the reference may send a payload as one whole text, so it is gathered. */
final class TextMessage {

    private static final byte[] NONE = {};
    private static final int FIRST_ALLOCATION = 1024;
    private static final int CONTINUATION_MASK = 0xc0;
    private static final int CONTINUATION = 0x80;
    private static final int FOUR_BYTES = 0xf0;
    private static final long MAX_BYTES_OF_A_CHARACTER = 3;

    private final int longest;
    private byte[] bytes = NONE;
    private int size;
    private long characters;
    private boolean isTooLong; // and dropped

    /** An empty one, of so many characters at most, as UTF-16 counts them. */
    TextMessage(int longest) {
        this.longest = longest;
    }

    int longest() {
        return longest;
    }

    /** Adds a part; false if that makes it too long. Then all of it is dropped, and what follows. */
    boolean add(ByteBuffer part) {
        if (isTooLong) {
            part.position(part.limit());
            return true;
        }
        if (size + part.remaining() > MAX_BYTES_OF_A_CHARACTER * longest) {
            return tooLong(part);
        }
        int added = part.remaining();
        if (bytes.length < size + added) {
            bytes = Arrays.copyOf(bytes, Math.max(size + added, Math.max(FIRST_ALLOCATION, 2 * size)));
        }
        part.get(bytes, size, added);
        for (int i = size; i < size + added; i++) {
            characters += characters(bytes[i]);
        }
        size += added;
        return characters <= longest || tooLong(part);
    }

    private boolean tooLong(ByteBuffer part) {
        part.position(part.limit());
        isTooLong = true;
        bytes = NONE;
        size = 0;
        return false;
    }

    /**
     * What was gathered. The next part begins anew.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    ByteBuffer take() throws CharacterCodingException {
        ByteBuffer text = ByteBuffer.wrap(bytes, 0, size);
        bytes = NONE;
        size = 0;
        characters = 0;
        isTooLong = false;
        UTF_8.newDecoder().decode(text.duplicate());
        return text;
    }

    private static int characters(byte next) {
        if ((next & CONTINUATION_MASK) == CONTINUATION) {
            return 0;
        }
        return (next & 0xff) >= FOUR_BYTES ? 2 : 1;
    }
}
