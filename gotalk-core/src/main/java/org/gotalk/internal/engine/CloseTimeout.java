package org.gotalk.internal.engine;

import java.time.Duration;

/**
 * How long a connection may take to close. Queued messages have one write timeout, and more while the network takes
 * something of them; a transport that does not close by itself has another. Used by the engine's tick only.
 */
final class CloseTimeout {

    /** Write timeouts for what is queued, on a network that takes it slowly. */
    static final int MAX_TIMEOUTS = 10;

    private static final long NOT_CUT = Long.MIN_VALUE;

    /** What is due. */
    enum Due {
        NOTHING,
        CUT,
        END
    }

    private long cutAt = NOT_CUT;

    /**
     * What is due now.
     *
     * @param since when the connection began to close
     * @param stalledFor how long the network has taken nothing of what is being sent, in nanoseconds; negative while nothing
     *     is being sent
     */
    Due due(Duration writeTimeout, long since, long stalledFor, long now) {
        if (cutAt != NOT_CUT) {
            return Timeouts.isOver(writeTimeout, cutAt, now) ? Due.END : Due.NOTHING;
        }
        boolean isTaken = stalledFor >= 0 && stalledFor < Math.min(now - since, writeTimeout.toNanos());
        if (Timeouts.isOver(isTaken ? writeTimeout.multipliedBy(MAX_TIMEOUTS) : writeTimeout, since, now)) {
            cutAt = now;
            return Due.CUT;
        }
        return Due.NOTHING;
    }
}
