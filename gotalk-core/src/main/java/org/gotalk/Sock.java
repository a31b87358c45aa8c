package org.gotalk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.spi.Application;

/**
 * A connection to a peer. Both sides may send requests and notifications, any number at once.
 *
 * <p>A Sock belongs to one connection and is never reused: it can be kept in sets and maps and equals only itself.
 * Thread-safe.
 *
 * <p><b>Values and payloads.</b> A {@code byte[]} is the raw payload; every other value is encoded by the connection's
 * {@link PayloadCodec} (JSON by default). {@code new byte[0]} is the empty payload.
 *
 * <p><b>Names</b> of operations and notifications have 1 to 4095 bytes of UTF-8 and do not begin with {@code $gotalk/},
 * which is reserved. Methods throw {@link IllegalArgumentException} for other names.
 *
 * <p><b>Blocking.</b> {@code request} waits for the result, {@code notify} for room in the outbound queue. On a thread
 * that reads from a connection they throw {@link IllegalStateException}, since they could deadlock.
 */
public interface Sock extends AutoCloseable {

    /** A short id of this connection, unique in this JVM. For logs; never sent to the peer. */
    String id();

    /** The other end, with its current user. */
    Peer peer();

    /**
     * Sets the user of the peer, from the next message on: for operations that sign peers in, and to add roles to the
     * subject of a certificate. The security context of a container does not change.
     */
    void identify(Identity user);

    /**
     * Signs in at the peer with a token, on this connection, and waits for the result as {@link #request(String,
     * Object)} does. Requests that are sent afterwards are handled as the user of the token. Needs a codec that encodes
     * objects as JSON. The token is not logged.
     *
     * @throws OperationException if the peer refuses the token, or takes none
     */
    void signIn(String token);

    /** As {@link #signIn}, without waiting. */
    CompletionStage<Void> signInAsync(String token);

    /** The codec of this connection. */
    PayloadCodec codec();

    /** The limits of this side; its timeouts are the defaults of calls. */
    Limits limits();

    /**
     * Sends a request and waits for the result, at most for {@link Limits#requestTimeout()}.
     *
     * <p>If the peer refuses the request, it is sent again after the wait that the peer asks for, {@link
     * Limits#maxAttempts()} times in all and only within the timeout of the call. A peer that uses the subprotocol
     * {@code gotalk.v1} learns that the result is not wanted any more when the time is over or the thread is
     * interrupted, see {@link Cancellation}.
     *
     * <p>In a handler of this peer's requests, the peer may request something first: its request need not wait for the
     * permit of this one.
     *
     * @throws OperationException if the peer sends an error result
     * @throws RetryLater if the peer refuses the request; the last refusal
     * @throws RequestTimeoutException if there is no result in time
     * @throws SockClosedException if the connection is closed or closes before the result
     * @throws OutboxFullException if the request could not be queued in time, because the peer reads too slowly
     * @throws WaitInterruptedException if the thread is interrupted while it waits
     * @throws PayloadException if the result is not a {@code resultType}
     * @throws IllegalArgumentException if the value cannot be encoded
     */
    default <T> T request(String operation, Object value, Class<T> resultType) {
        return request(operation, value, resultType, limits().requestTimeout());
    }

    /** As {@link #request(String, Object, Class)}, with a timeout; zero means no limit. */
    <T> T request(String operation, Object value, Class<T> resultType, Duration timeout);

    /** As {@link #request(String, Object, Class)}, for a result whose type has type arguments. */
    default <T> T request(String operation, Object value, GenericType<T> resultType) {
        return request(operation, value, resultType, limits().requestTimeout());
    }

    /** As {@link #request(String, Object, GenericType)}, with a timeout; zero means no limit. */
    default <T> T request(String operation, Object value, GenericType<T> resultType, Duration timeout) {
        return Values.required(codec(), request(operation, value, byte[].class, timeout), resultType);
    }

    /** As {@link #request(String, Object, Class)}, for an operation whose result is ignored. */
    default void request(String operation, Object value) {
        request(operation, value, byte[].class);
    }

    /**
     * Sends a request without waiting. The stage fails with the exceptions of {@link #request(String, Object, Class)}
     * and completes on the connection's executor. If it is cancelled, or completed by others, the request is given up.
     */
    default <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType) {
        return requestAsync(operation, value, resultType, limits().requestTimeout());
    }

    /** As {@link #requestAsync(String, Object, Class)}, with a timeout; zero means no limit. */
    <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout);

    /** As {@link #requestAsync(String, Object, Class)}, for a result whose type has type arguments. */
    default <T> CompletionStage<T> requestAsync(String operation, Object value, GenericType<T> resultType) {
        return requestAsync(operation, value, resultType, limits().requestTimeout());
    }

    /** As {@link #requestAsync(String, Object, GenericType)}, with a timeout; zero means no limit. */
    default <T> CompletionStage<T> requestAsync(
            String operation, Object value, GenericType<T> resultType, Duration timeout) {
        return requestAsync(operation, value, byte[].class, timeout)
                .thenApply(result -> Values.required(codec(), result, resultType));
    }

    /**
     * Begins a request in parts. Sends nothing until the first part is written or the request ends. The call must be
     * finished or closed.
     *
     * @throws IllegalStateException if the peer does not support stream requests, see {@link #takesStreamRequests()}
     * @throws SockClosedException if the connection is closed
     * @throws OutboxFullException if too many requests have no result yet
     */
    default StreamCall streamRequest(String operation) {
        return streamRequest(operation, limits().streamTimeout());
    }

    /** As {@link #streamRequest(String)}, with the maximum wait for each part of the result; zero means no limit. */
    StreamCall streamRequest(String operation, Duration timeout);

    /**
     * Sends a request as a whole and reads the result in parts. A result that comes as a whole has one part, or none if
     * it is empty. Returns once the request is queued; waits for room in the outbound queue, at most for {@link
     * Limits#writeTimeout()}. The reader must be read to its end or closed.
     *
     * @throws SockClosedException if the connection is closed
     * @throws OutboxFullException if there is no room in time, or too many requests have no result yet
     * @throws WaitInterruptedException if the thread is interrupted while it waits
     * @throws IllegalArgumentException if the value cannot be encoded
     */
    default StreamReader requestParts(String operation, Object value) {
        return requestParts(operation, value, limits().streamTimeout());
    }

    /**
     * As {@link #requestParts(String, Object)}, with the maximum wait for each part of the result; zero means no limit.
     */
    StreamReader requestParts(String operation, Object value, Duration timeout);

    /**
     * Whether the peer supports requests in parts. False for peers that use the WebSocket framing of the reference
     * implementation, whose browser library drops the connection on them. Results in parts work with every peer.
     */
    boolean takesStreamRequests();

    /**
     * Sends a notification. Returns once it is queued; waits for room in the outbound queue, at most for {@link
     * Limits#writeTimeout()}.
     *
     * @throws SockClosedException if the connection is closed
     * @throws OutboxFullException if there is no room in time
     * @throws WaitInterruptedException if the thread is interrupted while it waits
     * @throws IllegalArgumentException if the value cannot be encoded
     */
    void notify(String name, Object value);

    /**
     * Sends a notification if it can be queued at once. Never waits.
     *
     * @return whether it was queued; false if the outbound queue is full or the connection is closed
     * @throws IllegalArgumentException if the value cannot be encoded
     */
    default boolean tryNotify(String name, Object value) {
        return tryNotify(encode(name, value));
    }

    /** Sends an encoded notification as {@link #tryNotify(String, Object)} does. For broadcasts. */
    boolean tryNotify(EncodedNotification notification);

    /** Encodes a notification once, to send it to many peers. */
    EncodedNotification encode(String name, Object value);

    /** The handlers that serve the peer now. */
    Handlers handlers();

    /**
     * Replaces the handlers that serve the peer, for example after it has signed in. Each message is handled by the
     * handlers in force when it arrives; messages that arrive before {@link Application#opened} returns, by those in
     * force at its return, or when it first asks the peer something after this call.
     */
    void serve(Handlers handlers);

    /** The last heartbeat of the peer; empty before the first. Updated on arrival, not behind queued messages. */
    Optional<Heartbeat> heartbeat();

    /** Whether the connection is open: from the handshake until it closes. */
    boolean isOpen();

    /**
     * Ends this connection with {@link CloseReason.Code#EXPIRED} at a time, for example when the credential of the peer
     * expires; at the latest a second later. Replaces an earlier time.
     *
     * @param time the time; one that is over ends the connection now, {@link Instant#MAX} never
     */
    void expiresAt(Instant time);

    /** When this side ends the connection because a credential expires; empty if it does not. */
    Optional<Instant> expiry();

    /**
     * Asks the peer to renew the credential of this connection, which otherwise ends when it expires. The peer checks the
     * token as it likes: see {@link org.gotalk.spi.CredentialCheck}.
     *
     * @return completes on the connection's executor with the time the new credential expires, {@link Instant#MAX} for
     *     never; fails as {@link #requestAsync(String, Object, Class)} does, with an {@link OperationException} if the
     *     peer refuses the token or renews none
     */
    CompletionStage<Instant> renew(String token);

    /** Completes with the reason when the connection has closed. */
    CompletionStage<CloseReason> closed();

    /**
     * Closes the connection without losing work. Refuses further requests of the peer; they may be retried later.
     * Requests and notifications that have arrived are still handled, and requests of this side still get their
     * results, including those that handlers make meanwhile. Once all of this is done or the grace period is over,
     * sends what is queued and closes with {@link CloseReason.Code#GOING_AWAY}, after which the peer may reconnect.
     *
     * <p>A handler may drain the connection of its own request: its result is still sent. It must not wait for the
     * close, which waits for the handler. A further call can only shorten the grace period; it has no effect once the
     * connection closes.
     *
     * @param grace the maximum duration; zero closes at once, as {@link #close(CloseReason)} does
     * @return completes when the connection has closed, as {@link #closed()}
     * @throws IllegalArgumentException if the grace period is negative
     */
    CompletionStage<CloseReason> drain(Duration grace);

    /**
     * Sends what is queued, then closes with {@link CloseReason#NORMAL}. Does not wait. Results of handlers that still
     * run are lost, including the calling handler's; use {@link #drain} to send them.
     */
    @Override
    default void close() {
        close(CloseReason.NORMAL);
    }

    /**
     * As {@link #close()}, with a reason. A second call has no effect. After {@link CloseReason.Code#KICKED} and the
     * other {@linkplain CloseReason#isFinal() final} reasons, a reconnecting peer does not reconnect; after {@code
     * NORMAL} it does.
     */
    void close(CloseReason reason);
}
