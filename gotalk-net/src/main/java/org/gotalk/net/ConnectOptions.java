package org.gotalk.net;

import java.net.Authenticator;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gotalk.Handlers;

/**
 * Options of a connection to a peer. Immutable; each method returns a changed copy.
 *
 * @param timeout maximum time for connecting, again for the TLS handshake and again for the Gotalk handshake, for which
 *     the limits may set less; 10 s by default
 * @param tls trust and identity at {@code tls:} and {@code wss:} addresses; {@link Tls#defaults()} by default
 * @param webSocket options of the handshake at {@code ws:} and {@code wss:} addresses
 * @param handlers the handlers that serve the peer; empty, as by default, for those of the {@link Gotalk}
 */
public record ConnectOptions(Duration timeout, Tls tls, WebSocketOptions webSocket, Optional<Handlers> handlers) {

    private static final ConnectOptions DEFAULTS =
            new ConnectOptions(Duration.ofSeconds(10), Tls.defaults(), WebSocketOptions.defaults(), Optional.empty());

    public ConnectOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", but must be positive");
        }
    }

    /** The defaults of all components. */
    public static ConnectOptions defaults() {
        return DEFAULTS;
    }

    /** Sets the timeout. */
    public ConnectOptions timeout(Duration newTimeout) {
        return new ConnectOptions(newTimeout, tls, webSocket, handlers);
    }

    /** Sets trust and identity. */
    public ConnectOptions tls(Tls newTls) {
        return new ConnectOptions(timeout, newTls, webSocket, handlers);
    }

    /** Sets the handlers for this peer. */
    public ConnectOptions handlers(Handlers newHandlers) {
        return new ConnectOptions(timeout, tls, webSocket, Optional.of(newHandlers));
    }

    /**
     * Adds a header to the WebSocket handshake; a name may have several values. Servers check {@code Origin} for web
     * pages; some, such as Gotalk in Go, also require it of other clients.
     *
     * @throws IllegalArgumentException if the header is invalid or set by the handshake itself
     */
    public ConnectOptions header(String name, String value) {
        return webSocket(webSocket.header(name, value));
    }

    /**
     * Sends a bearer token in the WebSocket handshake.
     *
     * @param token called for each new connection, on a thread that may block
     */
    public ConnectOptions bearerToken(Supplier<String> token) {
        return webSocket(webSocket.bearerToken(token));
    }

    /**
     * Offers these WebSocket subprotocols instead of {@code gotalk.v1}, in order of preference. If the server does not
     * select {@code gotalk.v1}, header and payload are sent in separate messages, and stream requests are not
     * supported.
     */
    public ConnectOptions subprotocols(String... names) {
        return webSocket(webSocket.subprotocols(List.of(names)));
    }

    /**
     * Selects the HTTP proxy for a WebSocket, {@code ProxySelector.of(new InetSocketAddress(host, port))} for one proxy
     * for all. It is asked as for {@code http:} and {@code https:} addresses.
     */
    public ConnectOptions proxy(ProxySelector selector) {
        return webSocket(webSocket.proxy(selector));
    }

    /**
     * Supplies user and password for an HTTP proxy that asks for them (Basic), in the clear.
     *
     * @param authenticator asked for each connection, on a thread that may block
     */
    public ConnectOptions proxyCredentials(Authenticator authenticator) {
        return webSocket(webSocket.proxyCredentials(authenticator));
    }

    private ConnectOptions webSocket(WebSocketOptions newWebSocket) {
        return new ConnectOptions(timeout, tls, newWebSocket, handlers);
    }
}
