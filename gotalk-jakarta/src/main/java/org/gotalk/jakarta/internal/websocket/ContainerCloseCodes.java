package org.gotalk.jakarta.internal.websocket;

/** Converts close codes to those that RFC 6455 allows in a close frame, and from those that containers report. */
final class ContainerCloseCodes {

    static final int NO_STATUS = 1005;
    static final int BROKEN = 1006;
    static final int UNEXPECTED = 1011;

    private static final int TLS_FAILED = 1015;

    private ContainerCloseCodes() {}

    /** A code that may be sent in a close frame: some are reserved for local use. */
    static int sendable(int code) {
        return code == NO_STATUS || code == BROKEN || code == TLS_FAILED ? UNEXPECTED : code;
    }

    /**
     * The code for the engine.
     *
     * @param isLossUnexpected whether the container reports a lost connection as 1011
     */
    static int received(int code, boolean isLossUnexpected) {
        return code == UNEXPECTED && isLossUnexpected ? BROKEN : code;
    }
}
