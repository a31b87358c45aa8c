package org.gotalk;

import jakarta.ejb.ApplicationException;

/** A value cannot be encoded, or a payload cannot be decoded as the expected type. */
@ApplicationException // of session beans: neither logged nor rolled back; absent without EJB
public final class PayloadException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong; for the payload of a request it is sent to the peer
     */
    public PayloadException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong; for the payload of a request it is sent to the peer
     * @param cause the cause, for the log of this side
     */
    public PayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
