package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;

/** Hex numbers of a fixed width, without making strings of them. */
final class Digits {

    private static final int BASE = 16;

    private Digits() {}

    static void put(ByteBuffer to, int at, int width, int value) {
        int rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            to.put(i, (byte) Character.forDigit(rest % BASE, BASE));
            rest /= BASE;
        }
    }

    static int get(ByteBuffer from, int at, int width) {
        int value = 0;
        for (int i = at; i < at + width; i++) {
            value = value * BASE + Character.digit(from.get(i), BASE);
        }
        return value;
    }
}
