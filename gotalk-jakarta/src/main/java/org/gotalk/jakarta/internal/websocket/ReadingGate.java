package org.gotalk.jakarta.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds a container's reading thread back while the engine wants nothing more, so that the container stops reading the
 * connection and the network slows the peer down. Its lock is never held while anything else is called.
 */
final class ReadingGate {

    private final long longestNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private boolean paused;

    @GuardedBy("lock")
    private boolean ended;

    /**
     * An open gate.
     *
     * @param longest how long a thread is held back at most
     */
    ReadingGate(Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    void pause() {
        change(true, false);
    }

    void resume() {
        change(false, false);
    }

    /** Lets go for good. */
    void end() {
        change(false, true);
    }

    private void change(boolean nowPaused, boolean nowEnded) {
        lock.lock();
        try {
            paused = nowPaused;
            ended |= nowEnded;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until reading is not paused, or for the longest time.
     *
     * @return whether reading goes on; false when the connection has ended
     */
    boolean await() {
        lock.lock();
        try {
            long left = longestNanos;
            while (paused && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !ended;
        } finally {
            lock.unlock();
        }
    }
}
