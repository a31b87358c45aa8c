package org.gotalk.jakarta.internal.websocket;

/** Close codes: which RFC 6455 allows in a close frame, and what containers make of them. */
final class ContainerCloseCodes {

    static final int NO_STATUS = 1005;
    static final int BROKEN = 1006;
    static final int UNEXPECTED = 1011;

    private static final int TLS_FAILED = 1015;

    private ContainerCloseCodes() {}

    /** A code that may be sent: some only ever describe what happened at one side. */
    static int sendable(int code) {
        return code == NO_STATUS || code == BROKEN || code == TLS_FAILED ? UNEXPECTED : code;
    }

    /** A code as the engine knows it. Open Liberty reports a lost connection as 1011, which clients have no use for. */
    static int received(int code) {
        return code == UNEXPECTED ? BROKEN : code;
    }
}
