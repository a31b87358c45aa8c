package org.gotalk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.spi.Application;

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

    /** What this side allows; its timeouts hold for calls that are given none. */
    Limits limits();

    /**
     * Requests an operation of the peer and waits for its result, at most for {@link Limits#requestTimeout()}.
     *
     * <p>A peer that refuses for the time being is asked again once the time that it wants is over, in all {@link
     * Limits#maxAttempts()} times at most, and only where that time ends within the limit of the call.
     *
     * @throws OperationException when the peer answers with an error
     * @throws RetryLater when the peer still refuses for the time being; the last refusal
     * @throws RequestTimeoutException when no answer came in time
     * @throws SockClosedException when the connection is closed or ends before the answer
     * @throws OutboxFullException when the peer reads so slowly that the request could not be queued in time
     * @throws WaitInterruptedException when the thread is interrupted while it waits
     * @throws PayloadException when the answer is not a {@code resultType}
     * @throws IllegalArgumentException when the value cannot be encoded
     */
    default <T> T request(String operation, Object value, Class<T> resultType) {
        return request(operation, value, resultType, limits().requestTimeout());
    }

    /** As {@link #request(String, Object, Class)}, with a time limit of its own; zero for none. */
    <T> T request(String operation, Object value, Class<T> resultType, Duration timeout);

    /** Requests an operation and waits until it is done; its result, if it has one, is dropped. */
    default void request(String operation, Object value) {
        request(operation, value, byte[].class);
    }

    /**
     * Requests an operation of the peer without waiting. The stage fails with the exceptions that {@link
     * #request(String, Object, Class)} throws; it completes on the connection's executor.
     */
    default <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType) {
        return requestAsync(operation, value, resultType, limits().requestTimeout());
    }

    /** As {@link #requestAsync(String, Object, Class)}, with a time limit of its own; zero for none. */
    <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout);

    /**
     * Begins a request in parts. Nothing is sent before its first part is written, or its end. It is to be closed, or
     * finished.
     *
     * @throws IllegalStateException where the peer takes none, see {@link #takesStreamRequests()}
     * @throws SockClosedException when the connection is closed
     * @throws OutboxFullException when too many requests wait for their answers
     */
    default StreamCall streamRequest(String operation) {
        return streamRequest(operation, limits().streamTimeout());
    }

    /** As {@link #streamRequest(String)}, with the longest wait for a part of the answer; zero for no limit. */
    StreamCall streamRequest(String operation, Duration timeout);

    /**
     * Requests an operation as a whole and reads its answer in parts. An answer that comes as a whole has one part, or
     * none where it is empty. Returns once the request is queued; waits for room in the outbound queue where necessary,
     * at most for {@link Limits#writeTimeout()}. The reader is to be read to the end, or closed.
     *
     * @throws SockClosedException when the connection is closed
     * @throws OutboxFullException when no room came in time, or too many requests wait for their answers
     * @throws WaitInterruptedException when the thread is interrupted while it waits
     * @throws IllegalArgumentException when the value cannot be encoded
     */
    default StreamReader requestParts(String operation, Object value) {
        return requestParts(operation, value, limits().streamTimeout());
    }

    /** As {@link #requestParts(String, Object)}, with the longest wait for a part of the answer; zero for no limit. */
    StreamReader requestParts(String operation, Object value, Duration timeout);

    /**
     * Whether the peer takes requests in parts. Those that speak the reference's WebSocket framing are not known to,
     * since its browser library loses the connection over them; each peer may answer in parts.
     */
    boolean takesStreamRequests();

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
    default boolean tryNotify(String name, Object value) {
        return tryNotify(encode(name, value));
    }

    /** Sends a notification that was encoded before, as {@link #tryNotify(String, Object)} does. For broadcasts. */
    boolean tryNotify(EncodedNotification notification);

    /** Encodes a notification once, so that it can be sent to many peers. */
    EncodedNotification encode(String name, Object value);

    /** What this side offers to the peer now. */
    Handlers handlers();

    /**
     * Offers something else to the peer from now on, say more once it has signed in. Each message is handled by the set
     * that is offered when it arrives, and what arrives before {@link Application#opened} has returned by the set that is
     * offered then.
     */
    void serve(Handlers handlers);

    /** The last heartbeat of the peer; none before the first. It is here at once, whatever waits to be handled. */
    Optional<Heartbeat> heartbeat();

    /** Whether the connection is up: it becomes so with the handshake, and stops for good with its end. */
    boolean isOpen();

    /** Completes when the connection has ended, with the reason. */
    CompletionStage<CloseReason> closed();

    /**
     * Ends the connection without losing work. Further requests of the peer are refused for the time being. Those that
     * came before are answered, notifications that came are handled, and requests of this side get their answers, also
     * those that handlers still make. When all of this is done, or the grace is over, what is queued is sent and the
     * connection closes with {@link CloseReason.Code#GOING_AWAY}, upon which the peer may connect again.
     *
     * <p>A handler may drain the peer that it serves: its answer is still sent. It must not wait for the end, which waits
     * for the handler. A further call can only shorten the grace; it changes nothing once the connection closes.
     *
     * @param grace how long all of this may take; zero closes at once, as {@link #close(CloseReason)} does
     * @return completes when the connection has ended, as {@link #closed()}
     * @throws IllegalArgumentException when the grace is negative
     */
    CompletionStage<CloseReason> drain(Duration grace);

    /**
     * Sends what is queued, then closes with {@link CloseReason#NORMAL}. Does not wait. Answers of handlers that are still
     * running are lost, also that of the handler that calls this: to have them sent, {@link #drain}.
     */
    @Override
    default void close() {
        close(CloseReason.NORMAL);
    }

    /** As {@link #close()}, for the reason given. A second call changes nothing. */
    void close(CloseReason reason);
}
