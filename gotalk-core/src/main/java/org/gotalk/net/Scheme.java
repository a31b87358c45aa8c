package org.gotalk.net;

/** How a peer is reached. */
enum Scheme {
    TCP(0),
    TLS(0),
    UNIX(0),
    WS(80),
    WSS(443);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** Where the address names none. */
    int defaultPort() {
        return defaultPort;
    }
}
