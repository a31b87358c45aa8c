package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.gotalk.CloseReason;

/**
 * How long to wait for the next attempt. Failures double the time, from the shortest to the longest; an end that says what
 * it is has a time of its own, counted from when the connection was opened. For one thread at a time.
 */
public final class Backoff {

    private final long shortest; // all times in nanoseconds
    private final long longest;
    private final double jitter;
    private final DoubleSupplier random;
    private long delay; // after the failure before; 0 for none since there was a connection
    private long openedAt;

    /**
     * Begins with the shortest time.
     *
     * @param jitter how much longer a time may get, as a share of it, so that peers lost together do not come back together
     * @param random from 0 to 1
     */
    public Backoff(Duration shortest, Duration longest, double jitter, DoubleSupplier random) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.jitter = jitter;
        this.random = random;
    }

    /** There is a connection, of use from now on. */
    void opened(long now) {
        delay = 0;
        openedAt = now;
    }

    /** After an attempt that failed. */
    Duration afterFailure() {
        delay = delay == 0 ? shortest : Math.min(longest, 2 * delay);
        return withJitter(delay, delay);
    }

    /** After an attempt that failed because the peers do not get on with each other. */
    Duration afterMisunderstanding() {
        delay = longest;
        return withJitter(delay, delay);
    }

    /** After a connection that was of use has ended. */
    Duration afterEnd(CloseReason reason, long now) {
        long sinceOpened = Math.max(0, shortest - (now - openedAt));
        return switch (reason.code()) {
            // After a final reason nothing follows but what the application wants; that is not before a moment has
            // passed.
            case NORMAL, SIGNED_OUT, EXPIRED, KICKED, REPLACED -> withJitter(sinceOpened, shortest);
            // A peer that stops or is restarted says so to all of its peers in the same moment.
            case GOING_AWAY -> Duration.ofNanos(sinceOpened + (long) (random.getAsDouble() * 2 * shortest));
            case TIMEOUT -> Duration.ofNanos(sinceOpened);
            case ABNORMAL -> afterFailure();
            case GAVE_UP, UNSUPPORTED, INVALID_MESSAGE -> afterMisunderstanding();
        };
    }

    private Duration withJitter(long nanos, long spread) {
        return Duration.ofNanos(nanos + (long) (random.getAsDouble() * jitter * spread));
    }
}
