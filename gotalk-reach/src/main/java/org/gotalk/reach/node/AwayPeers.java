package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The peers without a connection that may come back. Where they keep too much, those away for longest are given up. */
final class AwayPeers {

    private final AwayBytes bytes;
    private final Consumer<LocalPeer> giveUp;

    @GuardedBy("this")
    private final Set<LocalPeer> away = new LinkedHashSet<>(); // longest first

    /** @param giveUp ends the session of a peer */
    AwayPeers(AwayBytes bytes, Consumer<LocalPeer> giveUp) {
        this.bytes = bytes;
        this.giveUp = giveUp;
        bytes.whenOver(this::makeRoom);
    }

    /** A peer has no connection any more. */
    void add(LocalPeer peer) {
        synchronized (this) {
            away.add(peer);
        }
        bytes.makeRoom();
    }

    /** A peer has a connection again, or is lost for good. */
    synchronized void remove(LocalPeer peer) {
        away.remove(peer);
    }

    private void makeRoom() {
        while (bytes.isOver()) {
            LocalPeer longest = longest();
            if (longest == null) {
                return;
            }
            giveUp.accept(longest);
        }
    }

    private synchronized @Nullable LocalPeer longest() {
        LocalPeer longest = away.stream().findFirst().orElse(null);
        if (longest != null) {
            away.remove(longest);
        }
        return longest;
    }
}
