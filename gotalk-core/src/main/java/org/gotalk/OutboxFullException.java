package org.gotalk;

import java.time.Duration;

/**
 * The peer is slower than this side: the outbound queue is full, too many requests have no result yet, or too many
 * messages wait for a connection. The message was not queued.
 */
public final class OutboxFullException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private OutboxFullException(String message) {
        super(message);
    }

    /**
     * The outbound queue is full.
     *
     * @param queued bytes in the queue
     * @param limit the limit, in bytes
     */
    public static OutboxFullException ofBytes(long queued, long limit) {
        return new OutboxFullException("outbound queue is full: " + queued + " bytes, the limit is " + limit);
    }

    /**
     * Too many requests have no result yet.
     *
     * @param limit the limit of pending requests
     */
    public static OutboxFullException ofRequests(int limit) {
        return new OutboxFullException("too many pending requests, the limit is " + limit);
    }

    /**
     * Too many messages wait for a connection.
     *
     * @param messages messages that wait
     * @param bytes bytes of those messages
     */
    public static OutboxFullException ofWaiting(int messages, long bytes) {
        return new OutboxFullException(
                "too many messages wait for a connection: " + messages + " messages, " + bytes + " bytes");
    }

    /**
     * The part of a stream could not be queued in time.
     *
     * @param waited how long the writer waited
     */
    public static OutboxFullException ofStream(Duration waited) {
        return new OutboxFullException("no room for the next part of the stream within " + waited.toMillis() + " ms");
    }
}
