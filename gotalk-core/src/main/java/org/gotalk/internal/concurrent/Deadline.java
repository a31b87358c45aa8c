package org.gotalk.internal.concurrent;

import java.time.Duration;

/**
 * When a call has to be over.
 *
 * @param timeout the time that it was given; zero for no limit
 * @param since when it was given that time, by the scheduler's clock
 */
public record Deadline(Duration timeout, long since) {

    /** Stands for no limit where there has to be one: it does not overflow as nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Begins. */
    public Deadline {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "timeout is " + timeout + ", but must not be negative; zero is for no limit");
        }
    }

    /** Whether there is no limit. */
    public boolean isNever() {
        return timeout.isZero() || timeout.compareTo(LONGEST) >= 0;
    }

    /** Whether it is over. */
    public boolean isOver(long now) {
        return !isNever() && now - since >= timeout.toNanos();
    }

    /** What is left of it, as the time for another call: zero for no limit, and never zero for none. */
    public Duration left(long now) {
        return isNever() ? Duration.ZERO : Duration.ofNanos(Math.max(1, timeout.toNanos() - (now - since)));
    }

    /** A time that does not overflow as nanoseconds. */
    public static Duration atMostEver(Duration time) {
        return time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }

    /** The longest time that may be waited from its beginning on. */
    Duration patience() {
        return isNever() ? LONGEST : timeout;
    }

    /** Whether so long a wait from now on ends before it. */
    boolean allows(Duration wait, long now) {
        return isNever() || now - since + wait.toNanos() < timeout.toNanos();
    }
}
