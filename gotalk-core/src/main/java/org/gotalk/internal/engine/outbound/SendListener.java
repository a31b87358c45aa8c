package org.gotalk.internal.engine.outbound;

/** Called when a message is handed to the network; from then on the peer may have it. */
@FunctionalInterface
public interface SendListener {

    /** For messages without listener. */
    SendListener UNWATCHED = () -> {};

    /** Called at most once, before the bytes are sent. Must be quick and take no locks. */
    void handedOver();
}
