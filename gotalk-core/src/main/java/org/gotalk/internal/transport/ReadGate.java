package org.gotalk.internal.transport;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.EnumSet;
import java.util.Set;
import org.gotalk.spi.Transport;

/**
 * Keeps the transport below another from being read for as long as there is a reason. What it has brought by then stays
 * with it.
 *
 * <p>Pausing, which is quick, is done under the lock, resuming is not. So no pause comes after the release that ends it.
 * A thread that resumes late may undo a newer pause: a transport that then gets bytes calls {@link #isHeld}, which
 * pauses once more.
 *
 * @param <R> why nothing is read
 */
public final class ReadGate<R extends Enum<R>> {

    private final Transport lower;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Set<R> reasons;

    /** A gate that is open. */
    public ReadGate(Transport lower, Class<R> reasons) {
        this.lower = lower;
        this.reasons = EnumSet.noneOf(reasons);
    }

    public void hold(R reason) {
        synchronized (lock) {
            reasons.add(reason);
            lower.pauseReading();
        }
    }

    public void release(R reason) {
        boolean opens;
        synchronized (lock) {
            opens = reasons.remove(reason) && reasons.isEmpty();
        }
        if (opens) {
            lower.resumeReading();
        }
    }

    /** Whether nothing may be read; the lower transport is paused then. */
    public boolean isHeld() {
        synchronized (lock) {
            if (!reasons.isEmpty()) {
                lower.pauseReading();
            }
            return !reasons.isEmpty();
        }
    }
}
