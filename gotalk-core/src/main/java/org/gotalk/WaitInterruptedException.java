package org.gotalk;

/** The thread was interrupted while it waited, for an answer or for room to send. Its interrupt flag is set again. */
public final class WaitInterruptedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** Names what the thread waited for. */
    public WaitInterruptedException(String awaited, InterruptedException cause) {
        super("interrupted while waiting for " + awaited, cause);
    }
}
