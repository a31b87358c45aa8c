package org.gotalk;

/** The connection was closed, ended before the answer came, or is not there at present. */
public final class SockClosedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    private final CloseReason reason;
    private final boolean mayHaveRun;

    /** With the reason why the connection ended, and whether the message had been handed to the network by then. */
    public SockClosedException(CloseReason reason, boolean mayHaveRun) {
        this("connection closed: ", reason, mayHaveRun);
    }

    private SockClosedException(String what, CloseReason reason, boolean mayHaveRun) {
        super(what + reason + (mayHaveRun ? "; the request may have run" : "; nothing was sent, it is safe to repeat"));
        this.reason = reason;
        this.mayHaveRun = mayHaveRun;
    }

    /** For what needs a connection while there is none, with the reason why the one before ended or could not be made. */
    public static SockClosedException withoutConnection(CloseReason reason) {
        return new SockClosedException("no connection at present: ", reason, false);
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
