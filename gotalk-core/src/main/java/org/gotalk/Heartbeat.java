package org.gotalk;

import java.time.Instant;

/**
 * A heartbeat of the peer.
 *
 * @param load the load of the peer, from 0 for idle to 1 for overloaded
 * @param time when it was sent, by the peer's clock, in whole seconds
 */
public record Heartbeat(double load, Instant time) {

    public Heartbeat {
        if (!(load >= 0 && load <= 1)) {
            throw new IllegalArgumentException("load is " + load + ", but must be from 0 to 1");
        }
    }
}
