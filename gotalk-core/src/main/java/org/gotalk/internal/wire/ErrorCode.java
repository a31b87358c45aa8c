package org.gotalk.internal.wire;

/** The protocol errors that have a meaning. */
public enum ErrorCode {
    /** Something went wrong that has nothing to do with the protocol. */
    ABNORMAL(0),
    /** The peer's protocol version is not supported. */
    UNSUPPORTED(1),
    /** Something came that is not a message. */
    INVALID_MESSAGE(2),
    /** Nothing came for too long. */
    TIMEOUT(3);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The error of a number; those without a meaning count as {@link #ABNORMAL}. */
    public static ErrorCode of(long number) {
        for (ErrorCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return ABNORMAL;
    }
}
