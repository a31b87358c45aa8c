package org.gotalk.internal.engine.calls;

import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.internal.wire.RequestId;

/**
 * Names for this side's requests: four digits, counting up and around. Printable, because the reference's
 * browser library cannot answer other ids in text mode.
 */
public final class RequestIds {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String FIRST_OF_STREAMS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int COUNT_OF_LAST_THREE = 36 * 36 * 36;
    private static final int FIRST_SHIFT = 24;

    /** How many ids there are for streams. */
    static final int OF_STREAMS = FIRST_OF_STREAMS.length() * COUNT_OF_LAST_THREE;

    private final String firstDigits;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();

    private RequestIds(String firstDigits) {
        this.firstDigits = firstDigits;
        this.count = firstDigits.length() * COUNT_OF_LAST_THREE;
    }

    /** Those of requests whose answer is taken as a whole. */
    static RequestIds ofCalls() {
        return new RequestIds(DIGITS);
    }

    /** Those of requests that go out or are answered in parts: they begin with a capital. */
    static RequestIds ofStreams() {
        return new RequestIds(FIRST_OF_STREAMS);
    }

    /** Whether one of this side is of {@link #ofStreams()}. */
    static boolean isOfStream(RequestId id) {
        int first = id.bits() >>> FIRST_SHIFT;
        return first >= 'A' && first <= 'Z';
    }

    /** The next one, which may still be in use after the count has gone around. */
    RequestId next() {
        int number = next.getAndUpdate(n -> (n + 1) % count);
        int bits = 0;
        for (int shift = 0; shift < FIRST_SHIFT; shift += Byte.SIZE) {
            bits |= DIGITS.charAt(number % DIGITS.length()) << shift;
            number /= DIGITS.length();
        }
        return new RequestId(bits | firstDigits.charAt(number) << FIRST_SHIFT);
    }
}
