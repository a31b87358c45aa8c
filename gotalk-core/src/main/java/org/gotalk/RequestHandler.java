package org.gotalk;

import java.util.concurrent.CompletionStage;

/** Handles requests with raw payloads. Typed handlers of {@link Handlers} and bean methods are built on it. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Handles one request. Runs on the connection's executor, for many requests of one peer at once; if {@link
     * #isNonBlocking}, on the thread that reads from the connection.
     *
     * @param peer the requester
     * @param operation the requested name
     * @param payload the payload, which the handler may keep and change
     * @return a stage of the result's payload; empty for an operation without result
     * @throws OperationException to send an error result
     * @throws RetryLater to refuse the request; the peer may retry
     * @throws PayloadException if the payload is not what the operation takes; its message is sent to the peer
     * @throws Exception anything else is logged with an id, and only the id is sent to the peer
     */
    CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception;

    /**
     * As {@link #handle(Sock, String, byte[])}, for a handler that stops when nobody waits for its result any more.
     * This one is called for each request. If the peer gives the request up, the stage is cancelled, too. Functions that
     * make that very stage, such as one given to {@code whenComplete}, do not run then: what must run in any case belongs
     * to the stage before it.
     *
     * @param cancellation tells whether the result is still wanted
     */
    default CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload, Cancellation cancellation)
            throws Exception {
        return handle(peer, operation, payload);
    }

    /**
     * Whether the handler is quick and never waits for a lock, a disk or a peer. It then runs on the thread that reads
     * from the connection, which saves a thread switch; until it returns, nothing else is read there. Methods that wait
     * for peers throw {@link IllegalStateException} on this thread. False by default.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** Makes a handler non-blocking. */
    static RequestHandler nonBlocking(RequestHandler handler) {
        return new NonBlockingHandler(handler);
    }
}
