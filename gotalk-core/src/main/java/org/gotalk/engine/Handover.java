package org.gotalk.engine;

/** Told when a message is handed to the network; from then on the peer may have it. */
@FunctionalInterface
interface Handover {

    /** For messages of which nobody needs to know. */
    Handover UNWATCHED = () -> {};

    /** Called once at most, before the bytes go out. Quick, and without locks. */
    void handedOver();
}
