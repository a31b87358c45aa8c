package org.gotalk;

/** The thread was interrupted while waiting for a result or for room to send. Its interrupt flag is set again. */
public final class WaitInterruptedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param awaited what the thread waited for
     * @param cause the interruption
     */
    public WaitInterruptedException(String awaited, InterruptedException cause) {
        super("interrupted while waiting for " + awaited, cause);
    }
}
