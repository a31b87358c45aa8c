package org.gotalk.net.internal.reconnect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gotalk.CloseReason;
import org.gotalk.GotalkException;
import org.gotalk.OutboxFullException;
import org.gotalk.SockClosedException;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.reconnect.WaitingMessage.Sent;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages: straight to the connection where there is one and nothing waits, else through the {@link OfflineBuffer}.
 * So what was given first goes out first. The lock is not held while a connection is given a message, or anybody is told.
 */
final class ReconnectingSender {

    /** When a connection that had no room is asked again. */
    private static final Duration ROOM_AGAIN = Duration.ofMillis(20);

    private final Scheduler scheduler;
    private final Runnable nothingWaits;
    private final AtomicLong nextOrder = new AtomicLong();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final OfflineBuffer buffer;

    @GuardedBy("lock")
    private @Nullable EngineSock connection; // takes messages

    @GuardedBy("lock")
    private boolean isSending; // one that has waited

    @GuardedBy("lock")
    private @Nullable CloseReason givenUp;

    /** When the buffer gets empty, that is told. */
    ReconnectingSender(OfflineBuffer buffer, Scheduler scheduler, Runnable nothingWaits) {
        this.buffer = buffer;
        this.scheduler = scheduler;
        this.nothingWaits = nothingWaits;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** The place of the next message among all. */
    long nextOrder() {
        return nextOrder.getAndIncrement();
    }

    boolean somethingWaits() {
        lock.lock();
        try {
            return isSending || !buffer.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** What waits goes out on this one, and what comes then. */
    void opened(EngineSock opened) {
        lock.lock();
        try {
            connection = opened;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        sendWaiting();
    }

    /** This connection takes nothing more. */
    void lost(EngineSock lost) {
        lock.lock();
        try {
            if (connection == lost) {
                connection = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** There will be no connection any more: what waits fails, and what comes. */
    void giveUp(CloseReason reason) {
        List<WaitingMessage> left;
        lock.lock();
        try {
            if (givenUp != null) {
                return;
            }
            givenUp = reason;
            left = buffer.removeAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(message -> message.fail(new SockClosedException(reason, false)));
    }

    /** Lets a message wait, or says which connection takes it straight. Waits for room at most so long. */
    Admission enter(WaitingMessage message, Duration patience) {
        lock.lock();
        try {
            Admission admission = admit(message);
            for (long left = patience.toNanos(); admission.isForLackOfRoom() && left > 0; admission = admit(message)) {
                left = changed.awaitNanos(left);
            }
            return admission;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("room in the queue", e);
        } finally {
            lock.unlock();
        }
    }

    /** A message that a connection had queued comes back; whether it waits now. */
    boolean comesBack(WaitingMessage message, EngineSock from) {
        boolean waits;
        lock.lock();
        try {
            if (connection == from) {
                connection = null;
            }
            waits = givenUp == null && buffer.offer(message);
        } finally {
            lock.unlock();
        }
        sendWaiting();
        return waits;
    }

    /** Takes back a message that waits; whether it did. */
    boolean withdraw(WaitingMessage message) {
        boolean removed;
        boolean isLast;
        lock.lock();
        try {
            removed = buffer.remove(message);
            isLast = removed && buffer.isEmpty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (isLast) {
            nothingWaits.run();
        }
        return removed;
    }

    @GuardedBy("lock")
    private Admission admit(WaitingMessage message) {
        if (givenUp != null) {
            return Admission.refused(new SockClosedException(givenUp, false));
        }
        if (connection != null && !isSending && buffer.isEmpty()) {
            return Admission.straightTo(connection);
        }
        return buffer.offer(message)
                ? Admission.WAITS
                : Admission.refused(OutboxFullException.ofWaiting(buffer.size(), buffer.bytes()));
    }

    /** One message at a time, by whichever thread comes first. */
    private void sendWaiting() {
        for (boolean goesOn = true; goesOn; ) {
            EngineSock to;
            WaitingMessage next;
            lock.lock();
            try {
                to = connection;
                next = isSending || to == null ? null : buffer.poll();
                if (to == null || next == null) {
                    return;
                }
                isSending = true;
            } finally {
                lock.unlock();
            }
            goesOn = sent(next, to, next.sendOn(to));
        }
    }

    /** Whether the next may follow. */
    private boolean sent(WaitingMessage message, EngineSock to, Sent sent) {
        boolean isLast;
        CloseReason reason;
        lock.lock();
        try {
            isSending = false;
            reason = givenUp;
            if (sent != Sent.YES && reason == null) {
                buffer.putBack(message);
            }
            if (sent == Sent.NO_CONNECTION && connection == to) {
                connection = null;
            }
            isLast = buffer.isEmpty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (sent != Sent.YES) {
            if (reason != null) {
                message.fail(new SockClosedException(reason, false));
            } else {
                message.waits();
            }
        }
        if (isLast) {
            nothingWaits.run();
        }
        if (sent == Sent.NO_ROOM) {
            scheduler.schedule(this::sendWaiting, ROOM_AGAIN);
        }
        return sent != Sent.NO_ROOM;
    }

    /** What becomes of a message: it waits, goes straight to a connection, or is refused. */
    record Admission(
            @Nullable EngineSock straight, @Nullable GotalkException refusal) {

        static final Admission WAITS = new Admission(null, null);

        static Admission straightTo(EngineSock connection) {
            return new Admission(connection, null);
        }

        static Admission refused(GotalkException why) {
            return new Admission(null, why);
        }

        boolean isForLackOfRoom() {
            return refusal instanceof OutboxFullException;
        }
    }
}
