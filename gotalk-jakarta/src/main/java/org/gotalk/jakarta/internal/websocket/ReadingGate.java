package org.gotalk.jakarta.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Blocks a container's reading thread while reading pauses, so that the container stops reading the connection and the
 * network slows the peer. No other code is called under its lock.
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
     * Creates an open gate.
     *
     * @param longest maximum time that a thread is blocked
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

    /** Opens the gate for good: the connection has ended. */
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
     * Waits until reading is not paused, or for the maximum time.
     *
     * @return whether reading resumes; false if the connection has ended
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
