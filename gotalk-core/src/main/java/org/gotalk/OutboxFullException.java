package org.gotalk;

import java.time.Duration;

/**
 * The peer is slower than this side: the outbound queue is full, or too many requests wait for their answers; or too much
 * waits for a connection to it. The message was not queued.
 */
public final class OutboxFullException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private OutboxFullException(String message) {
        super(message);
    }

    /** Names the bytes that wait to be sent, and the limit that they reached. */
    public static OutboxFullException ofBytes(long queued, long limit) {
        return new OutboxFullException("outbound queue is full: " + queued + " bytes wait, the limit is " + limit);
    }

    /** Names the limit that the requests without an answer reached. */
    public static OutboxFullException ofRequests(int limit) {
        return new OutboxFullException("too many requests wait for their answers, the limit is " + limit);
    }

    /** Names what waits for a connection. */
    public static OutboxFullException ofWaiting(int messages, long bytes) {
        return new OutboxFullException(
                "too much waits for a connection: " + messages + " messages, " + bytes + " bytes");
    }

    /** Names the time in which no part of a stream could be queued. */
    public static OutboxFullException ofStream(Duration waited) {
        return new OutboxFullException("no room for the next part of the stream within " + waited.toMillis() + " ms");
    }
}
