package org.gotalk;

import java.time.Duration;

/** No answer, or no part of a stream, came within the time that it was given. The peer may still be working on it. */
public final class RequestTimeoutException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** Names the operation and the time that was given. */
    public RequestTimeoutException(String operation, Duration timeout) {
        this("answer to", operation, timeout);
    }

    private RequestTimeoutException(String awaited, String operation, Duration timeout) {
        super("no " + awaited + " \"" + operation + "\" within " + timeout.toMillis() + " ms");
    }

    /** For a stream; names the operation that it belongs to, and the time that each part was given. */
    public static RequestTimeoutException ofPart(String operation, Duration timeout) {
        return new RequestTimeoutException("part of", operation, timeout);
    }
}
