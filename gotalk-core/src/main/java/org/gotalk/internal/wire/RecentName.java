package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name that was read last. Peers ask for the same operation many times in a row; a string that is there already, with
 * its hash code, need not be made for each of them.
 */
final class RecentName {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private String text = "";

    /** The name that these bytes are. */
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
