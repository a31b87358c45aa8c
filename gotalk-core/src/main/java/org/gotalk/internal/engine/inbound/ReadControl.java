package org.gotalk.internal.engine.inbound;

import java.util.function.BooleanSupplier;
import org.gotalk.internal.concurrent.Trampoline;

/**
 * Turns reading off and on. Threads may race: it ends up as it should be after the last change.
 *
 * <p>A pause holds once the call returns, whatever other threads are doing: the reading thread goes on from there, and
 * must not read more than it may because a thread that had just begun to resume was held up. The lock guards the state;
 * pausing, which is quick, is done under it, resuming is not. Reading may go on within the call that resumes.
 */
public final class ReadControl {

    private final Runnable pause;
    private final Object lock = new Object();
    private final Trampoline resume;
    private volatile boolean reads = true; // written under the lock

    public ReadControl(Runnable pause, Runnable resume) {
        this.pause = pause;
        this.resume = new Trampoline(() -> {
            if (reads) {
                resume.run();
            }
        });
    }

    /** To be called after each change of what this asks, which may take a lock. */
    void follow(BooleanSupplier mayRead) {
        if (reads && mayRead.getAsBoolean()) {
            return;
        }
        boolean resumes;
        synchronized (lock) {
            boolean on = mayRead.getAsBoolean();
            resumes = on && !reads;
            reads = on;
            if (!on) {
                // Also where it should be paused already: a thread that resumed may have come too late.
                pause.run();
            }
        }
        if (resumes) {
            resume.run();
        }
    }
}
