package org.gotalk.net;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.Handlers;

/**
 * How a connection is made. Immutable; each method answers a copy with one thing changed.
 *
 * @param timeout time for the network, and then again for Gotalk's handshake; 10 s by default
 * @param handlers what the peer is offered; empty, as by default, for what the {@link Gotalk} serves
 */
public record ConnectOptions(Duration timeout, Optional<Handlers> handlers) {

    private static final ConnectOptions DEFAULTS = new ConnectOptions(Duration.ofSeconds(10), Optional.empty());

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
        return new ConnectOptions(newTimeout, handlers);
    }

    /** With something to offer to this peer alone. */
    public ConnectOptions handlers(Handlers newHandlers) {
        return new ConnectOptions(timeout, Optional.of(newHandlers));
    }
}
