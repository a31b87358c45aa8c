package org.gotalk.net;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.Handlers;

/**
 * How a connection is made. Immutable; each method answers a copy with one thing changed.
 *
 * @param timeout time for the network, again for TLS where it is used, and again for Gotalk's handshake; 10 s by default
 * @param tls whom to trust, and who this side is, at {@code tls:} addresses; {@link Tls#defaults()} by default
 * @param handlers what the peer is offered; empty, as by default, for what the {@link Gotalk} serves
 */
public record ConnectOptions(Duration timeout, Tls tls, Optional<Handlers> handlers) {

    private static final ConnectOptions DEFAULTS =
            new ConnectOptions(Duration.ofSeconds(10), Tls.defaults(), Optional.empty());

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
        return new ConnectOptions(newTimeout, tls, handlers);
    }

    /** With other trust, or with an identity. */
    public ConnectOptions tls(Tls newTls) {
        return new ConnectOptions(timeout, newTls, handlers);
    }

    /** With something to offer to this peer alone. */
    public ConnectOptions handlers(Handlers newHandlers) {
        return new ConnectOptions(timeout, tls, Optional.of(newHandlers));
    }
}
