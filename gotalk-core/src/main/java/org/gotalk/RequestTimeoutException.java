package org.gotalk;

import java.time.Duration;

/** No answer came within the time that the request was given. The peer may still be working on it. */
public final class RequestTimeoutException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** Names the operation and the time that was given. */
    public RequestTimeoutException(String operation, Duration timeout) {
        super("no answer to \"" + operation + "\" within " + timeout.toMillis() + " ms");
    }
}
