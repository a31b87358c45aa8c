package org.gotalk.internal.engine.outbound;

/** Told when a message is handed to the network; from then on the peer may have it. */
@FunctionalInterface
public interface SendListener {

    /** For messages of which nobody needs to know. */
    SendListener UNWATCHED = () -> {};

    /** Called once at most, before the bytes go out. Quick, and without locks. */
    void handedOver();
}
