package org.gotalk;

/**
 * The error result of an operation. A handler throws it to send an error to the peer; a requester gets it when the peer
 * sent an error result (message kind {@code E}). Repeating the same request does not help.
 */
public final class OperationException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param text plain text for the peer, not JSON
     */
    public OperationException(String text) {
        super(text);
    }

    /**
     * Creates the exception.
     *
     * @param text plain text for the peer, not JSON
     * @param cause the cause, for the log of this side
     */
    public OperationException(String text, Throwable cause) {
        super(text, cause);
    }
}
