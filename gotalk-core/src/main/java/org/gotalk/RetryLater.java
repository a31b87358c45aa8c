package org.gotalk;

import java.time.Duration;

/**
 * A refusal for the time being: the responder could not serve the request now, and nothing of it was done. A handler
 * throws it to refuse; a requestor gets it when the peer refused (message kind {@code e}).
 */
public final class RetryLater extends GotalkException {

    /** What the wire can carry. */
    static final Duration LONGEST = Duration.ofMillis(0xffff_ffffL);

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    private RetryLater(Duration delay, String reason) {
        super(reason);
        this.delay = delay;
    }

    /**
     * Refuses with a time to wait.
     *
     * @param delay how long the requestor waits at least before it tries again, in whole milliseconds, up to
     *     4,294,967,295; zero for any time
     * @param reason a text for the peer
     */
    public static RetryLater after(Duration delay, String reason) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "delay " + delay + " is not between 0 and " + LONGEST.toMillis() + " ms");
        }
        return new RetryLater(delay, reason);
    }

    /** How long to wait at least before the next attempt. */
    public Duration delay() {
        return delay;
    }
}
