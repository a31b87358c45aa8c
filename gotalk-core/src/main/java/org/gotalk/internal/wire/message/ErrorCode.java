package org.gotalk.internal.wire.message;

/** The protocol errors with a defined meaning. */
public enum ErrorCode {
    /** A failure outside the protocol. */
    ABNORMAL(0),
    /** The peer's protocol version is not supported. */
    UNSUPPORTED(1),
    /** An invalid message was received. */
    INVALID_MESSAGE(2),
    /** Nothing was received in time. */
    TIMEOUT(3);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The error of a number; undefined numbers are {@link #ABNORMAL}. */
    public static ErrorCode of(long number) {
        for (ErrorCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return ABNORMAL;
    }
}
