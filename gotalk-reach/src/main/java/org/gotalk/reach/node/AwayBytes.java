package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all peers without a connection keep, with a limit. Thread-safe. */
final class AwayBytes {

    private final long max;
    private final Consumer<LocalPeer> giveUp;
    private final AtomicLong bytes = new AtomicLong();

    @GuardedBy("this")
    private final Set<LocalPeer> away = new LinkedHashSet<>(); // longest first

    /** @param giveUp ends the session of a peer for which there is no room any more */
    AwayBytes(long max, Consumer<LocalPeer> giveUp) {
        this.max = max;
        this.giveUp = giveUp;
    }

    /** A peer has no connection any more. */
    synchronized void goesAway(LocalPeer peer) {
        away.add(peer);
    }

    /** A peer has a connection again, or is lost for good. */
    synchronized void isBack(LocalPeer peer) {
        away.remove(peer);
    }

    /** More is kept. May be called with a lock held, so that nobody is given up here: see {@link #makeRoom}. */
    void add(long size) {
        bytes.addAndGet(size);
    }

    void remove(long size) {
        bytes.addAndGet(-size);
    }

    /** Gives up those that have been away for longest, until the others fit in. Called with no lock held. */
    void makeRoom() {
        while (bytes.get() > max) {
            LocalPeer longest = longestAway();
            if (longest == null) {
                return;
            }
            giveUp.accept(longest);
        }
    }

    private synchronized @Nullable LocalPeer longestAway() {
        LocalPeer longest = away.stream().findFirst().orElse(null);
        if (longest != null) {
            away.remove(longest);
        }
        return longest;
    }
}
