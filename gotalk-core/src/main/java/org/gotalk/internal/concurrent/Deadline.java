package org.gotalk.internal.concurrent;

import java.time.Duration;

/**
 * The deadline of a call.
 *
 * @param timeout the timeout; zero means no limit
 * @param since the start of the call, by the scheduler's clock
 */
public record Deadline(Duration timeout, long since) {

    /** The maximum wait, used if there is no limit; does not overflow in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public Deadline {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "timeout is " + timeout + ", but must not be negative; zero means no limit");
        }
    }

    /** Whether there is no limit. */
    public boolean isNever() {
        return timeout.isZero() || timeout.compareTo(LONGEST) >= 0;
    }

    /** Whether it has passed. */
    public boolean isOver(long now) {
        return !isNever() && now - since >= timeout.toNanos();
    }

    /** The remaining time, as the timeout of another call: zero means no limit, otherwise at least 1 ns. */
    public Duration left(long now) {
        return isNever() ? Duration.ZERO : Duration.ofNanos(Math.max(1, timeout.toNanos() - (now - since)));
    }

    /** Limits a time so that it does not overflow in nanoseconds. */
    public static Duration atMostEver(Duration time) {
        return time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }

    /** The maximum wait from the start. */
    public Duration maxWait() {
        return isNever() ? LONGEST : timeout;
    }

    /** Whether a wait from now on ends before the deadline. */
    public boolean allows(Duration wait, long now) {
        return isNever() || now - since + wait.toNanos() < timeout.toNanos();
    }
}
