package org.gotalk.internal.engine.inbound;

import java.time.Duration;

/** A request of the peer, with its handler. */
public interface InboundRequest {

    /** Bytes held while it waits. */
    int size();

    /** Whether its handler may run on the reading thread. */
    default boolean isNonBlocking() {
        return false;
    }

    /** Whether its handler may wait for the peer, even if previous handlers were quick. */
    default boolean mayTakeLong() {
        return false;
    }

    /**
     * Runs the handler and sends its result.
     *
     * @param whenDone runs when the request is done, if that is after this returns
     * @return whether it is done already
     */
    boolean run(Runnable whenDone);

    /** Refuses the request with a retry delay; returns the bytes of the result. */
    int refuse(Duration delay, String reason);
}
