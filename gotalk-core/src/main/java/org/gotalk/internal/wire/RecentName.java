package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Caches the last name. Peers often request the same operation repeatedly; this avoids a new string and hash code for
 * each request.
 */
final class RecentName {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private String text = "";

    /** Decodes a name. */
    String read(byte[] array, int at, int length) throws CharacterCodingException {
        if (!Arrays.equals(array, at, at + length, bytes, 0, bytes.length)) {
            text = decoded(array, at, length);
            bytes = Arrays.copyOfRange(array, at, at + length);
        }
        return text;
    }

    private static String decoded(byte[] array, int at, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(array, at, length))
                .toString();
    }
}
