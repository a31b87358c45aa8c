package org.gotalk.internal.engine;

import org.gotalk.testing.RawPeer;

/** A peer that is known to take the extensions of this library. */
final class OurPeer extends RawPeer {

    /** The message with which this peer gives up a request of its own, or is told so of one. */
    static String cancel(String id) {
        return "n00e$gotalk/cancel00000004" + id;
    }

    @Override
    public boolean supportsExtensions() {
        return true;
    }
}
