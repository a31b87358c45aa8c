package org.gotalk.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.wire.RequestId;

/**
 * Names for this side's requests: four base-36 digits, counting up and around. Printable, because the reference's
 * browser library cannot answer other ids in text mode.
 */
final class RequestIds {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int COUNT = 36 * 36 * 36 * 36;

    private final AtomicInteger next = new AtomicInteger();

    /** The next one, which may still be in use after the count has gone around. */
    RequestId next() {
        int number = next.getAndUpdate(n -> (n + 1) % COUNT);
        int bits = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bits |= DIGITS.charAt(number % DIGITS.length()) << shift;
            number /= DIGITS.length();
        }
        return new RequestId(bits);
    }
}
