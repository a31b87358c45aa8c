package org.gotalk;

/** A value that cannot be turned into a payload, or a payload that is not the value which was expected. */
public final class PayloadException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** With a message that names what was wrong; for a request's payload, the peer reads it. */
    public PayloadException(String message) {
        super(message);
    }

    /** With a message as above, and the cause for the log of this side. */
    public PayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
