package org.gotalk.net.internal.tls;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.EnumSet;
import java.util.Set;
import org.gotalk.spi.Transport;

/**
 * Keeps the lower transport from being read for as long as there is a reason. What it has brought by then stays with it.
 *
 * <p>Pausing, which is quick, is done under the lock, resuming is not. A thread that resumes late may so undo a pause;
 * whoever is then brought bytes asks {@link #isHeld}, which pauses once more.
 */
final class ReadGate {

    /** Why nothing is read. */
    enum Reason {
        /** The engine computes. */
        TASK,
        /** The handshake goes on with something that this side has to say. */
        RECORDS,
        /** Nobody is there yet to take what comes. */
        NO_LISTENER,
        /** The listener has paused reading. */
        LISTENER
    }

    private final Transport lower;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    ReadGate(Transport lower) {
        this.lower = lower;
    }

    void hold(Reason reason) {
        synchronized (lock) {
            reasons.add(reason);
            lower.pauseReading();
        }
    }

    void release(Reason reason) {
        boolean opens;
        synchronized (lock) {
            opens = reasons.remove(reason) && reasons.isEmpty();
        }
        if (opens) {
            lower.resumeReading();
        }
    }

    /** Whether nothing may be read; the lower transport is paused then. */
    boolean isHeld() {
        synchronized (lock) {
            if (!reasons.isEmpty()) {
                lower.pauseReading();
            }
            return !reasons.isEmpty();
        }
    }
}
