package org.gotalk.internal.wire.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a message. The creator hands over the array and must not change it, so that large payloads need no copy.
 */
public final class Payload {

    /** No bytes. */
    public static final Payload EMPTY = new Payload(new byte[0]);

    private static final int SHOWN = 64;

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps an array, without a copy. */
    public static Payload of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Payload(bytes);
    }

    /** A text in UTF-8. */
    public static Payload utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The array, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes decoded as UTF-8; invalid bytes become U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether there are no bytes. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The bytes without a copy; a new buffer for each call. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length <= SHOWN
                ? text()
                : new String(bytes, 0, SHOWN, StandardCharsets.UTF_8) + "… (" + bytes.length + " bytes)";
    }
}
