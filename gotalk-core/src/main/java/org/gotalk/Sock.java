package org.gotalk;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * One connection to a peer. Each side may send requests and notifications to the other, any number at once.
 *
 * <p>A Sock lives as long as its connection and is never reused: it may be kept in sets and maps, where it is equal to
 * itself alone. All methods may be called from any thread.
 *
 * <p><b>Values and payloads.</b> A {@code byte[]} is sent and received as it is; every other value goes through the
 * connection's {@link PayloadCodec} (JSON by default). {@code new byte[0]} sends no payload.
 *
 * <p><b>Names</b> of operations and notifications are 1 to 4095 bytes of UTF-8. Those that begin with {@code $gotalk/}
 * are reserved. Anything else is an {@link IllegalArgumentException}.
 *
 * <p><b>Blocking.</b> {@code request} and {@code notify} may wait: the first for the answer, the second for room in the
 * outbound queue. They throw {@link IllegalStateException} on a thread that reads from a connection, which they would
 * otherwise stop for ever.
 */
public interface Sock extends AutoCloseable {

    /** A short name of this connection, unique in this JVM. Meant for logs; it never crosses the wire. */
    String id();

    /** Who is at the other end, as known when the connection began. */
    Peer peer();

    /** What turns values into payloads and back on this connection. */
    PayloadCodec codec();

    /**
     * Requests an operation of the peer and waits for its result, at most for {@link Limits#requestTimeout()}.
     *
     * @throws OperationException when the peer answers with an error
     * @throws RetryLater when the peer refuses for the time being
     * @throws RequestTimeoutException when no answer came in time
     * @throws SockClosedException when the connection is closed or ends before the answer
     * @throws OutboxFullException when the peer reads so slowly that the request could not be queued in time
     * @throws WaitInterruptedException when the thread is interrupted while it waits
     * @throws PayloadException when the answer is not a {@code resultType}
     * @throws IllegalArgumentException when the value cannot be encoded
     */
    <T> T request(String operation, Object value, Class<T> resultType);

    /** As {@link #request(String, Object, Class)}, with a time limit of its own, which must be positive. */
    <T> T request(String operation, Object value, Class<T> resultType, Duration timeout);

    /** Requests an operation and waits until it is done; its result, if it has one, is dropped. */
    void request(String operation, Object value);

    /**
     * Requests an operation of the peer without waiting. The stage fails with the exceptions that {@link
     * #request(String, Object, Class)} throws; it completes on the connection's executor.
     */
    <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType);

    /** As {@link #requestAsync(String, Object, Class)}, with a time limit of its own, which must be positive. */
    <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout);

    /**
     * Sends a notification. Returns once it is queued; waits for room in the outbound queue where necessary, at most
     * for {@link Limits#writeTimeout()}.
     *
     * @throws SockClosedException when the connection is closed
     * @throws OutboxFullException when no room came in time
     * @throws WaitInterruptedException when the thread is interrupted while it waits
     * @throws IllegalArgumentException when the value cannot be encoded
     */
    void notify(String name, Object value);

    /**
     * Sends a notification if it can be queued at once.
     *
     * @return whether it was queued; false when the outbound queue is full or the connection is closed
     * @throws IllegalArgumentException when the value cannot be encoded
     */
    boolean tryNotify(String name, Object value);

    /** Sends a notification that was encoded before, as {@link #tryNotify(String, Object)} does. For broadcasts. */
    boolean tryNotify(EncodedNotification notification);

    /** Encodes a notification once, so that it can be sent to many peers. */
    EncodedNotification encode(String name, Object value);

    /** Whether the connection is up: it becomes so with the handshake, and stops for good with its end. */
    boolean isOpen();

    /** Completes when the connection has ended, with the reason. */
    CompletionStage<CloseReason> closed();

    /** Sends what is queued, then closes with {@link CloseReason#NORMAL}. Does not wait. */
    @Override
    void close();

    /** Sends what is queued, then closes for the reason given. Does not wait. A second call changes nothing. */
    void close(CloseReason reason);
}
