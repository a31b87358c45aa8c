package org.gotalk;

/**
 * An operation's error result. A handler throws it to answer with a text that the peer may read; a requestor gets it
 * when the peer answered so (message kind {@code E}). Repeating the same request is of no use.
 */
public final class OperationException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** With the text for the peer, plain and not JSON. */
    public OperationException(String text) {
        super(text);
    }

    /** With the text for the peer, and the cause for the log of this side. */
    public OperationException(String text, Throwable cause) {
        super(text, cause);
    }
}
