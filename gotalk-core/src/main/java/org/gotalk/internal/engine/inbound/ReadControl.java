package org.gotalk.internal.engine.inbound;

import java.util.function.BooleanSupplier;
import org.gotalk.internal.concurrent.Trampoline;

/**
 * Pauses and resumes reading. Thread-safe: the last change wins.
 *
 * <p>A pause is effective when the call returns, even if another thread has just begun to resume: the reading thread
 * continues from there and must not read too much. The lock guards the state; pausing, which is quick, runs under the
 * lock, resuming does not. Reading may resume within the call.
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

    /** Applies a change. The supplier is called under the lock, and must not take another one. */
    void follow(BooleanSupplier mayRead) {
        if (reads && mayRead.getAsBoolean()) {
            return;
        }
        boolean resumes;
        synchronized (lock) {
            boolean on = mayRead.getAsBoolean();
            if (!on) {
                // Others that have just changed it took the way without the lock, because reading was on.
                reads = false;
                on = mayRead.getAsBoolean();
            }
            resumes = on && !reads;
            reads = on;
            if (!on) {
                // Even if it is paused already: a resuming thread may have been late.
                pause.run();
            }
        }
        if (resumes) {
            resume.run();
        }
    }
}
