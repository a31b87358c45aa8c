package org.gotalk.demo.chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gotalk.RetryLater;
import org.gotalk.Sock;

/** Counts the files on their way: each holds a thread while it lasts, of which everything else needs some, too. */
final class Transfers {

    static final int MAX_TOTAL = 24;
    static final int MAX_OF_A_PEER = 4;

    private final Object lock = new Object();
    // Guarded by lock. Peers without any are not in it.
    private final Map<Sock, Integer> running = new HashMap<>();
    // Guarded by lock.
    private int total;

    /**
     * Begins one; {@link #end} must follow.
     *
     * @throws RetryLater when there are as many as there may be
     */
    void begin(Sock peer) {
        synchronized (lock) {
            if (total == MAX_TOTAL) {
                throw later("the server moves " + MAX_TOTAL + " files already");
            }
            if (running.getOrDefault(peer, 0) == MAX_OF_A_PEER) {
                throw later(MAX_OF_A_PEER + " of your files are on their way already");
            }
            total++;
            running.merge(peer, 1, Integer::sum);
        }
    }

    void end(Sock peer) {
        synchronized (lock) {
            total--;
            running.computeIfPresent(peer, (sock, count) -> count == 1 ? null : count - 1);
        }
    }

    private static RetryLater later(String reason) {
        return RetryLater.after(Duration.ofSeconds(1), reason);
    }
}
