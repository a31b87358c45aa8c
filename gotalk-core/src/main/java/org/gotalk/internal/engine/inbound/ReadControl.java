package org.gotalk.internal.engine.inbound;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Turns reading off and on. Threads may race: it ends up as it should be after the last change.
 *
 * <p>A pause holds once the call returns, whatever other threads are doing: the reading thread goes on from there, and
 * must not read more than it may because a thread that had just begun to resume was held up. The lock guards the state;
 * pausing, which is quick, is done under it, resuming is not. Where reading goes on within the call that resumes, {@link
 * #due} turns the recursion into a loop.
 */
public final class ReadControl {

    private final Runnable pause;
    private final Runnable resume;
    private final Object lock = new Object();
    private final AtomicInteger due = new AtomicInteger();
    private volatile boolean reads = true; // written under the lock

    ReadControl(Runnable pause, Runnable resume) {
        this.pause = pause;
        this.resume = resume;
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
            resume();
        }
    }

    private void resume() {
        if (due.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            if (reads) {
                resume.run();
            }
            seen = due.addAndGet(-seen);
        } while (seen > 0);
    }
}
