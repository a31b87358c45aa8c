package org.gotalk.net;

/** How a peer is reached. */
public enum Scheme {
    /** TCP without TLS. */
    TCP(0),
    /** TCP with TLS. */
    TLS(0),
    /** A Unix-domain socket. */
    UNIX(0),
    /** A WebSocket without TLS. */
    WS(80),
    /** A WebSocket with TLS. */
    WSS(443);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** Whether it uses TLS. */
    public boolean isSecure() {
        return this == TLS || this == WSS;
    }

    /** Whether it begins with an HTTP handshake, which has headers. */
    public boolean isWebSocket() {
        return this == WS || this == WSS;
    }

    /** The port if the address has none. */
    int defaultPort() {
        return defaultPort;
    }
}
