package org.gotalk.redis.internal.broker;

import java.util.concurrent.TimeUnit;

/** How long the engine knows the epoch and the number of messages of a channel that nobody uses. */
final class StateLife {

    /** An hour; longer where messages are kept for longer. */
    static final long MILLIS = TimeUnit.HOURS.toMillis(1);

    private StateLife() {}
}
