package org.gotalk.redis.internal.data;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Texts that are never made again: of letters and digits, each a fixed part and a number. Thread-safe. */
public final class Unique {

    private static final int BITS = 64;

    private final String fixed = new BigInteger(BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    private final AtomicLong last = new AtomicLong();

    /** The part that all of these have. */
    public String fixed() {
        return fixed;
    }

    /** Another one. */
    public String next() {
        return fixed + '.' + Long.toString(last.incrementAndGet(), Character.MAX_RADIX);
    }
}
