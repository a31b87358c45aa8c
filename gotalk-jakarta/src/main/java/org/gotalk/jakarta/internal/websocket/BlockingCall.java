package org.gotalk.jakarta.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Container calls that may wait for the peer without a limit. Another thread can end them by cutting the connection.
 */
final class BlockingCall {

    /** Maximum wait for a call to return after the connection was cut; then its thread is interrupted, repeatedly. */
    private static final long CUT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int MAX_INTERRUPTS = 10;

    private final Runnable cut;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();

    @GuardedBy("lock")
    private final List<Thread> callers = new ArrayList<>();

    @GuardedBy("lock")
    private final Set<Thread> interrupted = new HashSet<>(); // callers that this object interrupted

    @GuardedBy("lock")
    private boolean isOver;

    @GuardedBy("lock")
    private boolean isCut;

    /**
     * Has no calls in progress.
     *
     * @param cut cuts the connection, so that a call returns; may run on any thread
     */
    BlockingCall(Runnable cut) {
        this.cut = cut;
    }

    /**
     * Registers a call of the current thread, which must then call {@link #leave}; false if calls are no longer
     * allowed.
     */
    boolean enter() {
        lock.lock();
        try {
            if (!isOver) {
                callers.add(Thread.currentThread());
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
            callers.remove(Thread.currentThread());
            if (interrupted.remove(Thread.currentThread())) {
                // The interrupt was for the call only.
                Thread.interrupted();
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the connection was cut to end a call. */
    boolean wasCut() {
        lock.lock();
        try {
            return isCut;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a call is in progress. */
    boolean isUnderWay() {
        lock.lock();
        try {
            return !callers.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Prevents further calls. Waits for calls in progress, except those of the current thread, and cuts the connection
     * if they do not return in time.
     */
    void end(Duration patience) {
        lock.lock();
        try {
            isOver = true;
            if (!awaitReturn(patience.toNanos())) {
                cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void cut() throws InterruptedException {
        isCut = true;
        cut.run();
        boolean haveReturned = awaitReturn(CUT_NANOS);
        for (int i = 0; i < MAX_INTERRUPTS && !haveReturned; i++) {
            cut.run();
            interruptOthers();
            haveReturned = awaitReturn(CUT_NANOS);
        }
    }

    @GuardedBy("lock")
    private void interruptOthers() {
        for (Thread caller : callers) {
            if (caller != Thread.currentThread()) {
                interrupted.add(caller);
                caller.interrupt();
            }
        }
    }

    @GuardedBy("lock")
    private boolean awaitReturn(long nanos) throws InterruptedException {
        long rest = nanos;
        while (!areOthersGone() && rest > 0) {
            rest = left.awaitNanos(rest);
        }
        return areOthersGone();
    }

    @GuardedBy("lock")
    private boolean areOthersGone() {
        return callers.stream().allMatch(caller -> caller == Thread.currentThread());
    }
}
