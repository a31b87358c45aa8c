package org.gotalk;

/** The connection is closed, closed before the result was received, or is not up at present. */
public final class SockClosedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private final CloseReason reason;
    private final boolean mayHaveRun;

    /**
     * Creates the exception.
     *
     * @param reason why the connection closed
     * @param mayHaveRun whether the message was handed to the network
     */
    public SockClosedException(CloseReason reason, boolean mayHaveRun) {
        this("connection closed: ", reason, mayHaveRun);
    }

    private SockClosedException(String what, CloseReason reason, boolean mayHaveRun) {
        super(what + reason + (mayHaveRun ? "; the request may have run" : "; nothing was sent, it is safe to repeat"));
        this.reason = reason;
        this.mayHaveRun = mayHaveRun;
    }

    /**
     * There is no connection at present.
     *
     * @param reason why the last connection closed or could not be made
     */
    public static SockClosedException withoutConnection(CloseReason reason) {
        return new SockClosedException("no connection at present: ", reason, false);
    }

    /** Why the connection closed. */
    public CloseReason reason() {
        return reason;
    }

    /**
     * Whether the request was handed to the network, so that the peer may have run it. If not, repeating it on another
     * connection is safe.
     */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
