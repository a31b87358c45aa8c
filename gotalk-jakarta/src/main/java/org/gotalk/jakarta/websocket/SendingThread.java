package org.gotalk.jakarta.websocket;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The thread that sends on a session by itself, if there is one. The end of the session waits for it: Open Liberty
 * forgets a thread whose connection is closed while it sends, and lets it wait forever (docs/adr/0008).
 *
 * <p>Used by whoever sends, one at a time, and by whoever ends the session.
 */
final class SendingThread {

    /** So often a thread sends before somebody else does: what it sends may be what others have to say. */
    static final int IN_A_ROW = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private @Nullable Thread sending; // guarded by lock
    private boolean isWoken; // guarded by lock
    private boolean isOver; // guarded by lock
    private long last; // the id of a thread; guarded by lock
    private int inARow; // guarded by lock

    /** Whether this thread may send by itself. It tells when it has. */
    boolean enter() {
        Thread current = Thread.currentThread();
        if (current.isInterrupted()) {
            // The JDK closes a channel that an interrupted thread writes to.
            return false;
        }
        lock.lock();
        try {
            inARow = current.getId() == last ? inARow + 1 : 0;
            last = current.getId();
            if (isOver || inARow == IN_A_ROW) {
                last = 0;
                return false;
            }
            sending = current;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            sending = null;
            if (isWoken) {
                // The interruption was for the send, and not for what the thread does next.
                boolean unused = Thread.interrupted();
                isWoken = false;
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No thread enters any more. Waits for one that has, unless it is this one; whether it has left in time. */
    boolean end(Duration patience) {
        lock.lock();
        try {
            isOver = true;
            return awaitNobody(patience);
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts a thread that has not left, and waits for it likewise. */
    boolean wake(Duration patience) {
        lock.lock();
        try {
            Thread forgotten = sending;
            if (forgotten != null) {
                isWoken = true;
                forgotten.interrupt();
            }
            return awaitNobody(patience);
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitNobody(Duration patience) {
        long nanos = patience.toNanos();
        try {
            while (sending != null && sending != Thread.currentThread() && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sending == null || sending == Thread.currentThread();
    }
}
