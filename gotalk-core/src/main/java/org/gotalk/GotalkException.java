package org.gotalk;

/** What can go wrong with a request or a notification. One unchecked family, so that a caller may catch it whole. */
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
