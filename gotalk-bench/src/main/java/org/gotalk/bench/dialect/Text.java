package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;

/** Finds words in bytes, without making strings of them. */
final class Text {

    private Text() {}

    /** Where these bytes are next, from there on; -1 for nowhere. */
    static int find(byte[] word, ByteBuffer bytes, int from) {
        for (int at = from; at <= bytes.limit() - word.length; at++) {
            if (isAt(word, bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    static boolean contains(byte[] word, ByteBuffer bytes) {
        return find(word, bytes, bytes.position()) >= 0;
    }

    private static boolean isAt(byte[] word, ByteBuffer bytes, int at) {
        for (int i = 0; i < word.length; i++) {
            if (bytes.get(at + i) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
