package org.gotalk;

/** Base class of failures of a request, a stream or a notification. Unchecked. */
public abstract sealed class GotalkException extends RuntimeException
        permits OperationException,
                RetryLater,
                RequestTimeoutException,
                ConnectFailedException,
                SockClosedException,
                OutboxFullException,
                WaitInterruptedException,
                StreamEndedException,
                StreamOverflowException,
                PayloadException {

    private static final long serialVersionUID = 1L;

    GotalkException(String message) {
        super(message);
    }

    GotalkException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
