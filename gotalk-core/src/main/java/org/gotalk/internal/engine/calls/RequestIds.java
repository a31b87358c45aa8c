package org.gotalk.internal.engine.calls;

import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.internal.wire.message.RequestId;

/**
 * Generates ids of this side's requests: four digits, counting up and wrapping around. Printable, because the browser
 * library of the reference implementation does not support other ids in text mode.
 */
public final class RequestIds {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String FIRST_OF_STREAMS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int COUNT_OF_LAST_THREE = 36 * 36 * 36;
    private static final int FIRST_SHIFT = 24;

    /** The number of ids for streams. */
    public static final int OF_STREAMS = FIRST_OF_STREAMS.length() * COUNT_OF_LAST_THREE;

    private final String firstDigits;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();

    private RequestIds(String firstDigits) {
        this.firstDigits = firstDigits;
        this.count = firstDigits.length() * COUNT_OF_LAST_THREE;
    }

    /** Ids of requests whose result is taken as a whole. */
    static RequestIds ofCalls() {
        return new RequestIds(DIGITS);
    }

    /** Ids of requests with parts in either direction; they begin with a capital. */
    public static RequestIds ofStreams() {
        return new RequestIds(FIRST_OF_STREAMS);
    }

    /** Whether an id of this side is from {@link #ofStreams()}. */
    public static boolean isOfStream(RequestId id) {
        int first = id.bits() >>> FIRST_SHIFT;
        return first >= 'A' && first <= 'Z';
    }

    /** The next id. May still be in use after the count has wrapped around. */
    public RequestId next() {
        int number = next.getAndUpdate(n -> (n + 1) % count);
        int bits = 0;
        for (int shift = 0; shift < FIRST_SHIFT; shift += Byte.SIZE) {
            bits |= DIGITS.charAt(number % DIGITS.length()) << shift;
            number /= DIGITS.length();
        }
        return new RequestId(bits | firstDigits.charAt(number) << FIRST_SHIFT);
    }
}
