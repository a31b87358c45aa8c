package org.gotalk.net;

/** How a peer is reached. */
public enum Scheme {
    /** TCP as it is. */
    TCP(0),
    /** TCP with TLS. */
    TLS(0),
    /** A Unix-domain socket. */
    UNIX(0),
    /** A WebSocket as it is. */
    WS(80),
    /** A WebSocket with TLS. */
    WSS(443);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** Whether TLS is spoken. */
    public boolean isSecure() {
        return this == TLS || this == WSS;
    }

    /** Whether it begins with a handshake in HTTP, which has headers. */
    public boolean isWebSocket() {
        return this == WS || this == WSS;
    }

    /** Where the address names none. */
    int defaultPort() {
        return defaultPort;
    }
}
