package org.gotalk.reach;

import java.time.Duration;

/**
 * The limits of sessions that survive the loss of a connection.
 *
 * @param window maximum time without a connection, at most a day; zero for no sessions
 * @param maxMessages messages of one session that wait for the peer, or for its acknowledgement
 * @param maxBytes bytes of those messages; past either bound the peer is told that it has not recovered
 * @param maxBytesAway bytes of all sessions without a connection, on one server; past it, those go first that have been
 *     without one for longest
 */
public record SessionLimits(Duration window, int maxMessages, int maxBytes, long maxBytesAway) {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    public SessionLimits {
        if (window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("window is " + window + ", but must be at most " + LONGEST_WINDOW);
        }
        if (window.isNegative()) {
            throw new IllegalArgumentException("window is " + window + ", but must not be negative");
        }
        if (maxMessages < 1 || maxBytes < 1 || maxBytesAway < 1) {
            throw new IllegalArgumentException("maxMessages is " + maxMessages + ", maxBytes " + maxBytes
                    + " and maxBytesAway " + maxBytesAway + "; all must be at least 1");
        }
    }

    /** 2 minutes, 1000 messages, 256 KiB, and 64 MiB of all. */
    public static SessionLimits defaults() {
        return new SessionLimits(Duration.ofMinutes(2), 1000, 256 * 1024, 64L << 20);
    }
}
