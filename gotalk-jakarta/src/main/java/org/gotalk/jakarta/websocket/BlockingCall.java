package org.gotalk.jakarta.websocket;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the container that may wait for the peer without a limit, one at a time. Another thread can end the call, and
 * with it the connection.
 */
final class BlockingCall {

    /** For a call to return after the connection was cut; then its thread is interrupted, time and again. */
    private static final long CUT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int MAX_INTERRUPTS = 10;

    private final Runnable cut;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private @Nullable Thread caller; // guarded by lock
    private boolean isInterrupted; // by this; guarded by lock
    private boolean isOver; // guarded by lock

    /**
     * No call is under way.
     *
     * @param cut ends the connection, so that a call returns; may be called on any thread
     */
    BlockingCall(Runnable cut) {
        this.cut = cut;
    }

    /** Whether the current thread may begin a call. Then it tells when it has returned. */
    boolean enter() {
        Thread current = Thread.currentThread();
        if (current.isInterrupted()) {
            // Some containers and channels would end the connection.
            return false;
        }
        lock.lock();
        try {
            if (!isOver) {
                caller = current;
            }
            return !isOver;
        } finally {
            lock.unlock();
        }
    }

    /** The call has returned. */
    void leave() {
        lock.lock();
        try {
            caller = null;
            if (isInterrupted) {
                // The interrupt was for the call, and not for what the thread does next.
                boolean unused = Thread.interrupted();
                isInterrupted = false;
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a call is under way. */
    boolean isUnderWay() {
        lock.lock();
        try {
            return caller != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * No call begins any more. Waits for one that is under way, unless it is that of the current thread, and cuts the
     * connection if it does not return in time.
     */
    void end(Duration patience) {
        lock.lock();
        try {
            isOver = true;
            if (!awaitReturn(patience.toNanos())) {
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void end() throws InterruptedException {
        cut.run();
        boolean hasReturned = awaitReturn(CUT_NANOS);
        for (int i = 0; i < MAX_INTERRUPTS && !hasReturned; i++) {
            Thread held = caller;
            if (held != null) {
                isInterrupted = true;
                held.interrupt();
            }
            hasReturned = awaitReturn(CUT_NANOS);
        }
    }

    private boolean awaitReturn(long nanos) throws InterruptedException {
        long rest = nanos;
        while (caller != null && caller != Thread.currentThread() && rest > 0) {
            rest = left.awaitNanos(rest);
        }
        return caller == null || caller == Thread.currentThread();
    }
}
