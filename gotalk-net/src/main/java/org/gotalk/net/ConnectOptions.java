package org.gotalk.net;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gotalk.Handlers;

/**
 * How a connection is made. Immutable; each method answers a copy with one thing changed.
 *
 * @param timeout time for the network, again for TLS where it is used, and again for Gotalk's handshake, which the limits may
 *     give less; 10 s by default
 * @param tls whom to trust, and who this side is, at {@code tls:} and {@code wss:} addresses; {@link Tls#defaults()} by
 *     default
 * @param webSocket what is said to servers at {@code ws:} and {@code wss:} addresses
 * @param handlers what the peer is offered; empty, as by default, for what the {@link Gotalk} serves
 */
public record ConnectOptions(Duration timeout, Tls tls, WebSocketOptions webSocket, Optional<Handlers> handlers) {

    private static final ConnectOptions DEFAULTS =
            new ConnectOptions(Duration.ofSeconds(10), Tls.defaults(), WebSocketOptions.defaults(), Optional.empty());

    public ConnectOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", but must be positive");
        }
    }

    /** As said of each component. */
    public static ConnectOptions defaults() {
        return DEFAULTS;
    }

    /** With another time. */
    public ConnectOptions timeout(Duration newTimeout) {
        return new ConnectOptions(newTimeout, tls, webSocket, handlers);
    }

    /** With other trust, or with an identity. */
    public ConnectOptions tls(Tls newTls) {
        return new ConnectOptions(timeout, newTls, webSocket, handlers);
    }

    /** With something to offer to this peer alone. */
    public ConnectOptions handlers(Handlers newHandlers) {
        return new ConnectOptions(timeout, tls, webSocket, Optional.of(newHandlers));
    }

    /**
     * With one more header in the handshake of a WebSocket; a name may have several. A page's servers compare {@code
     * Origin}; other clients need not send it, but some servers want it, such as Gotalk's in Go.
     *
     * @throws IllegalArgumentException when it is none, or one that the handshake has by itself
     */
    public ConnectOptions header(String name, String value) {
        return webSocket(webSocket.header(name, value));
    }

    /**
     * With a bearer token in the handshake of a WebSocket. It is asked for whenever a connection is made, on a thread
     * that may wait.
     */
    public ConnectOptions bearerToken(Supplier<String> token) {
        return webSocket(webSocket.bearerToken(token));
    }

    /**
     * Offers these WebSocket subprotocols instead of {@code gotalk.v1}, the favourite first. To a server that does not
     * select {@code gotalk.v1}, header and payload go in messages of their own, and there are no stream requests.
     */
    public ConnectOptions subprotocols(String... names) {
        return webSocket(webSocket.subprotocols(List.of(names)));
    }

    private ConnectOptions webSocket(WebSocketOptions newWebSocket) {
        return new ConnectOptions(timeout, tls, newWebSocket, handlers);
    }
}
