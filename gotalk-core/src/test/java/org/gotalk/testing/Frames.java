package org.gotalk.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import org.gotalk.spi.Frame;

/** Frames out of texts, one byte a character. */
public final class Frames {

    private Frames() {}

    /** A header and a payload. */
    public static Frame frame(String header, String payload) {
        return new Frame(bytes(header), bytes(payload));
    }

    /** A header alone. */
    public static Frame frame(String header) {
        return frame(header, "");
    }

    /** The bytes of a text. */
    public static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
