package org.gotalk;

import java.util.concurrent.CompletionStage;

/**
 * Answers single requests, payload to payload. The form that everything else comes down to: typed handlers of
 * {@link Handlers} and methods of beans.
 */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Answers one request. Called on the connection's executor, for many requests of one peer at once; where it {@link
     * #isNonBlocking}, on the thread that reads from the connection.
     *
     * @param peer where the request came from
     * @param operation the name that was requested
     * @param payload the request's payload, which is the handler's own
     * @return the result's payload, now or later; empty for an operation without result
     * @throws OperationException to answer with an error that the peer may read
     * @throws RetryLater to refuse for the time being
     * @throws PayloadException when the payload is not what the operation takes; the peer reads why
     * @throws Exception anything else is logged with an id, which is all that the peer gets to know
     */
    CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception;

    /**
     * Whether this is quick and never waits, for a lock, a disk or a peer. It is then called on the thread that reads from
     * the connection, which saves a change of threads; nothing else is read there until it returns. Calls that wait for
     * peers throw {@link IllegalStateException} there. False unless said otherwise.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** The same handler, which is known to be quick and never to wait. */
    static RequestHandler nonBlocking(RequestHandler handler) {
        return new NonBlockingHandler(handler);
    }
}
