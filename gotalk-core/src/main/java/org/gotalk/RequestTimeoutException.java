package org.gotalk;

import java.time.Duration;

/**
 * No answer, or no part of a stream, came within the time that it was given. The peer may still be working on it, unless
 * there was no connection to it.
 */
public final class RequestTimeoutException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveRun;

    /** Names the operation and the time that was given. */
    public RequestTimeoutException(String operation, Duration timeout) {
        this("answer to", operation, timeout, true);
    }

    private RequestTimeoutException(String awaited, String operation, Duration timeout, boolean mayHaveRun) {
        super("no " + awaited + " \"" + operation + "\" within " + timeout.toMillis() + " ms"
                + (mayHaveRun ? "" : "; nothing was sent, it is safe to repeat"));
        this.mayHaveRun = mayHaveRun;
    }

    /** For a stream; names the operation that it belongs to, and the time that each part was given. */
    public static RequestTimeoutException ofPart(String operation, Duration timeout) {
        return new RequestTimeoutException("part of", operation, timeout, true);
    }

    /** For a request that waited for a connection all of that time. */
    public static RequestTimeoutException ofUnsent(String operation, Duration timeout) {
        return new RequestTimeoutException("connection for", operation, timeout, false);
    }

    /** Whether the peer may have run the request, as far as this side knows. If not, repeating it is safe. */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
