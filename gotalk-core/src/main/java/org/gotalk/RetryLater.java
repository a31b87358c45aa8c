package org.gotalk;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/**
 * A refused request that may be retried: the responder could not serve it now and did nothing. A handler throws it to
 * refuse; a requester gets it when the peer refused (message kind {@code e}).
 */
@ApplicationException // of session beans: neither logged nor rolled back; absent without EJB
public final class RetryLater extends GotalkException {

    /** Maximum delay in the protocol. */
    static final Duration LONGEST = Duration.ofMillis(0xffff_ffffL);

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    private RetryLater(Duration delay, String reason) {
        super(reason);
        this.delay = delay;
    }

    /**
     * Makes a refusal.
     *
     * @param delay minimum wait of the requester before it retries, in whole milliseconds up to 4,294,967,295; zero
     *     leaves the wait to the requester
     * @param reason text for the peer
     */
    public static RetryLater after(Duration delay, String reason) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "delay " + delay + " is not between 0 and " + LONGEST.toMillis() + " ms");
        }
        return new RetryLater(delay, reason);
    }

    /** Minimum wait before the next attempt. */
    public Duration delay() {
        return delay;
    }
}
