package org.gotalk;

import java.time.Duration;

/**
 * No result, or no part of a stream, was received in time. The peer may still be working on the request, unless there
 * was no connection.
 */
public final class RequestTimeoutException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveRun;

    /**
     * Creates the exception.
     *
     * @param operation the operation
     * @param timeout the timeout of the request
     */
    public RequestTimeoutException(String operation, Duration timeout) {
        this("result of", operation, timeout, true);
    }

    private RequestTimeoutException(String awaited, String operation, Duration timeout, boolean mayHaveRun) {
        super("no " + awaited + " \"" + operation + "\" within " + timeout.toMillis() + " ms"
                + (mayHaveRun ? "" : "; nothing was sent, it is safe to repeat"));
        this.mayHaveRun = mayHaveRun;
    }

    /**
     * No part of a stream was received in time.
     *
     * @param operation the operation of the stream
     * @param timeout the timeout of each part
     */
    public static RequestTimeoutException ofPart(String operation, Duration timeout) {
        return new RequestTimeoutException("part of", operation, timeout, true);
    }

    /**
     * No connection was made in time; the request was not sent.
     *
     * @param operation the operation
     * @param timeout the timeout of the request
     */
    public static RequestTimeoutException ofUnsent(String operation, Duration timeout) {
        return new RequestTimeoutException("connection for", operation, timeout, false);
    }

    /** Whether the peer may have run the request. If not, repeating it is safe. */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
