package org.gotalk;

/**
 * Why a connection closed.
 *
 * @param code the kind of close
 * @param detail a sentence for people, which goes to the peer with the code and may be shown there; over WebSockets up
 *     to 123 bytes of UTF-8; may be empty
 */
public record CloseReason(Code code, String detail) {

    /** A normal close without detail. */
    public static final CloseReason NORMAL = new CloseReason(Code.NORMAL, "");

    /**
     * Kinds of close. The last four are the protocol errors 0 to 3. After {@link #SIGNED_OUT}, {@link #EXPIRED}, {@link
     * #KICKED} and {@link #REPLACED} peers do not reconnect. Only WebSockets and in-memory pipes carry the reason to the
     * peer; over other transports it sees the end of the connection alone.
     */
    public enum Code {
        /** One side closed the connection normally. */
        NORMAL,
        /** This side or the peer stops or restarts; reconnecting makes sense. */
        GOING_AWAY,
        /** The peer's user has signed out, or the session of the sign-in was ended. */
        SIGNED_OUT,
        /** The peer's credential or the session of its sign-in has expired. */
        EXPIRED,
        /** The application does not want the peer any more. */
        KICKED,
        /** Another connection has replaced this one, for example one of the same user. */
        REPLACED,
        /** The network failed or the peer vanished. */
        ABNORMAL,
        /** Protocol error 0: one side gave up on the other, for example because it exceeded a limit. */
        GAVE_UP,
        /** Protocol error 1: unsupported protocol version. */
        UNSUPPORTED,
        /** Protocol error 2: invalid message. */
        INVALID_MESSAGE,
        /** Protocol error 3: nothing was received in time. */
        TIMEOUT
    }

    /** A reason with a detail, for people at the peer. */
    public static CloseReason of(Code code, String detail) {
        return new CloseReason(code, detail);
    }

    /** Whether the code is {@code NORMAL} or {@code GOING_AWAY}. */
    public boolean isClean() {
        return code == Code.NORMAL || code == Code.GOING_AWAY;
    }

    /**
     * Whether the peer should not reconnect: {@code SIGNED_OUT} and {@code EXPIRED} require a new sign-in, after {@code
     * KICKED} and {@code REPLACED} the peer is not wanted. Reconnecting connections stop after such a reason.
     */
    public boolean isFinal() {
        return switch (code) {
            case SIGNED_OUT, EXPIRED, KICKED, REPLACED -> true;
            case NORMAL, GOING_AWAY, ABNORMAL, GAVE_UP, UNSUPPORTED, INVALID_MESSAGE, TIMEOUT -> false;
        };
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? code.name() : code + " (" + detail + ")";
    }
}
