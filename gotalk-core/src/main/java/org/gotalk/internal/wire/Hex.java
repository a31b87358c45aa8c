package org.gotalk.internal.wire;

/** Numbers as fixed counts of hex digits: lower case when written, either case when read. */
final class Hex {

    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    /** The result of {@link #read} if a byte is not a hex digit. */
    static final long NOT_HEX = -1;

    private Hex() {}

    static void write(long number, int digits, byte[] into, int at) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            into[i] = DIGITS[(int) (rest & 0xf)];
            rest >>>= 4;
        }
    }

    static long read(byte[] from, int at, int digits) {
        long number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = digit(from[i]);
            if (digit < 0) {
                return NOT_HEX;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
