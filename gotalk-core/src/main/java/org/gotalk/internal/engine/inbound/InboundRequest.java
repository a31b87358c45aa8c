package org.gotalk.internal.engine.inbound;

import java.time.Duration;

/** A request of the peer that waits for a permit, with what will answer it. */
public interface InboundRequest {

    /** Bytes that it holds while it waits. */
    int size();

    /** Whether its handler may run on the reading thread. */
    default boolean isNonBlocking() {
        return false;
    }

    /** Whether its handler waits for the peer by nature, however quick others were. */
    default boolean mayTakeLong() {
        return false;
    }

    /**
     * Runs the handler and sees to it that the answer is sent.
     *
     * @param overLater called once the request is over, if that is after this returns
     * @return whether it is over already
     */
    boolean run(Runnable overLater);

    /** Refuses it for the time being; how many bytes that takes. */
    int refuse(Duration delay, String reason);
}
