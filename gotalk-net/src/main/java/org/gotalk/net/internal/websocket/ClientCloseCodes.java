package org.gotalk.net.internal.websocket;

/** Close codes that clients send, and what the engine makes of those that come. */
final class ClientCloseCodes {

    static final int NORMAL = 1000;
    static final int GOING_AWAY = 1001;
    static final int NONE = 1005;
    static final int BROKEN = 1006;
    static final int POLICY = 1008;
    static final int TOO_BIG = 1009;
    static final int SERVICE_RESTART = 1012;

    private static final int FIRST_OF_APPLICATIONS = 3000;
    private static final int LAST_OF_APPLICATIONS = 4999;

    private ClientCloseCodes() {}

    /** A code that may be sent: some are for servers, or only ever describe what happened at one side. */
    static int sendable(int code) {
        boolean isOfApplications = code >= FIRST_OF_APPLICATIONS && code <= LAST_OF_APPLICATIONS;
        if (isOfApplications || code == NORMAL || code == GOING_AWAY) {
            return code;
        }
        return code == SERVICE_RESTART ? GOING_AWAY : POLICY;
    }

    /** A code as the engine knows it: who closes in good order and gives no code has no complaint. */
    static int received(int code) {
        return code == NONE ? NORMAL : code;
    }
}
