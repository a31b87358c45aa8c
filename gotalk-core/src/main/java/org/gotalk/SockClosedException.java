package org.gotalk;

/** The connection was closed, or ended before the answer came. */
public final class SockClosedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private final CloseReason reason;
    private final boolean mayHaveRun;

    /** With the reason why the connection ended, and whether the message had been handed to the network by then. */
    public SockClosedException(CloseReason reason, boolean mayHaveRun) {
        super("connection closed: " + reason
                + (mayHaveRun ? "; the request may have run" : "; nothing was sent, it is safe to repeat"));
        this.reason = reason;
        this.mayHaveRun = mayHaveRun;
    }

    /** Why the connection ended. */
    public CloseReason reason() {
        return reason;
    }

    /**
     * Whether the request had been handed to the network, so that the peer may have run it. If not, repeating it on
     * another connection is safe.
     */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
