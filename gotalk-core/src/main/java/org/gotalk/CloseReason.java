package org.gotalk;

/**
 * Why a connection ended.
 *
 * @param code what kind of end it was
 * @param detail a sentence for logs; may be empty
 */
public record CloseReason(Code code, String detail) {

    /** One side was done. */
    public static final CloseReason NORMAL = new CloseReason(Code.NORMAL, "");

    /** Kinds of end. The last four are Gotalk's protocol errors 0 to 3. */
    public enum Code {
        /** One side was done. */
        NORMAL,
        /** This side or the peer stops or is restarted; it is worth connecting again. */
        GOING_AWAY,
        /** The network failed, or the peer vanished. */
        ABNORMAL,
        /** Protocol error 0: one side gave up on the other, which took more than it can have, say. */
        GAVE_UP,
        /** Protocol error 1: the peer speaks another version of the protocol. */
        UNSUPPORTED,
        /** Protocol error 2: something came that is not a message of the protocol. */
        INVALID_MESSAGE,
        /** Protocol error 3: nothing came for too long. */
        TIMEOUT
    }

    /** A reason with a detail for logs. */
    public static CloseReason of(Code code, String detail) {
        return new CloseReason(code, detail);
    }

    /** Whether nothing went wrong. */
    public boolean isClean() {
        return code == Code.NORMAL || code == Code.GOING_AWAY;
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? code.name() : code + " (" + detail + ")";
    }
}
