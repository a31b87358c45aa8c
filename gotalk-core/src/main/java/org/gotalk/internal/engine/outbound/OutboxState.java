package org.gotalk.internal.engine.outbound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.gotalk.Limits;
import org.gotalk.WaitInterruptedException;
import org.gotalk.spi.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The state of an {@link Outbox} under one lock: queued messages, the batch in flight, closing. Sends nothing itself.
 */
final class OutboxState {

    private static final long IDLE = Long.MIN_VALUE;

    private final LongSupplier clock;
    private final AtomicLong batches = new AtomicLong(); // that were begun; written under the lock
    private final Queue<LaneWrite> settled = new ConcurrentLinkedQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final BatchingQueue queue;

    @GuardedBy("lock")
    private long lastProgress;

    @GuardedBy("lock")
    private boolean closed; // accepts no more messages

    private final AtomicLong steps = new AtomicLong(); // grows when the network takes something
    private volatile long sendingSince = IDLE; // or since the network took something of it; written under the lock
    private volatile @Nullable Runnable whenEmpty; // written under the lock
    private volatile boolean full; // written under the lock
    private volatile boolean fullChanged; // the listener must be called

    OutboxState(Limits limits, LongSupplier clock) {
        this.clock = clock;
        this.queue = new BatchingQueue(limits.maxOutbound(), limits.maxStreamBuffer(), settled);
    }

    /** Queues a message; false if closed, or if there is no room and {@code always} is false. */
    boolean add(QueuedMessage message, boolean always) {
        lock.lock();
        try {
            if (closed || (!always && !queue.hasRoom(message.size()))) {
                return false;
            }
            queue.add(message);
            lookWhetherFull();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for room for this many bytes, for at most {@code patience}.
     *
     * @param isRenewed whether the time begins anew when the network has taken something meanwhile
     */
    void awaitRoom(long size, Duration patience, boolean isRenewed) {
        lock.lock();
        try {
            long left = patience.toNanos();
            long seen = steps.get();
            while (!closed && !queue.hasRoom(size) && left > 0) {
                left = changed.awaitNanos(left);
                if (left <= 0 && isRenewed && seen != steps.get()) {
                    seen = steps.get();
                    left = patience.toNanos();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("room in the outbound queue", e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action on the queue under the lock, for messages of streams. */
    <T> T change(Function<BatchingQueue, T> action) {
        lock.lock();
        try {
            T result = action.apply(queue);
            lookWhetherFull();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, which then counts as in flight; empty if nothing is queued or a batch is in flight. */
    List<Frame> nextBatch() {
        lock.lock();
        try {
            if (sendingSince != IDLE) {
                return List.of();
            }
            batches.incrementAndGet(); // messages are told that they are handed over
            List<Frame> batch = queue.nextBatch();
            if (!batch.isEmpty()) {
                sendingSince = clock.getAsLong();
            }
            lookWhetherFull();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** The batch was sent; returns whether there is more to do. */
    boolean sent() {
        lock.lock();
        try {
            queue.sent();
            sendingSince = IDLE;
            steps.incrementAndGet();
            changed.signalAll();
            lookWhetherFull();
            return whenEmpty != null || !queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The action of {@link #close}, once, after all messages have been sent; null before. */
    @Nullable
    Runnable takeLast() {
        if (whenEmpty == null) { // the common case, without the lock
            return null;
        }
        lock.lock();
        try {
            if (sendingSince != IDLE || !queue.isEmpty()) {
                return null;
            }
            Runnable last = whenEmpty;
            whenEmpty = null;
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Accepts no more messages; the action becomes available when all queued messages have been sent. */
    void close(Runnable last) {
        lock.lock();
        try {
            closed = true;
            whenEmpty = last;
            queue.closeLanes();
            changed.signalAll();
            lookWhetherFull();
        } finally {
            lock.unlock();
        }
    }

    /** Queues a last message, drops queued messages of streams, and accepts no more messages. */
    void closeBehind(QueuedMessage lastWords) {
        lock.lock();
        try {
            if (!closed) {
                queue.addLast(lastWords);
            }
            closed = true;
            lookWhetherFull();
        } finally {
            lock.unlock();
        }
    }

    /** Accepts no more messages and drops the queued ones. */
    void abort() {
        lock.lock();
        try {
            closed = true;
            whenEmpty = null;
            queue.clear();
            changed.signalAll();
            lookWhetherFull();
        } finally {
            lock.unlock();
        }
    }

    /** The number of the batch that was begun last. Needs no lock. */
    long batch() {
        return batches.get();
    }

    /** Whether a batch is being sent. */
    boolean isSending(long batch) {
        lock.lock();
        try {
            return sendingSince != IDLE && batches.get() == batch;
        } finally {
            lock.unlock();
        }
    }

    /** Changes when the network takes something. Needs no lock. */
    long progress() {
        return steps.get();
    }

    /** Whether anything is being sent. Needs no lock. */
    boolean isSending() {
        return sendingSince != IDLE;
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    long queued() {
        lock.lock();
        try {
            return queue.queued();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How long the network has taken nothing of what is being sent, in nanoseconds; negative while nothing is being
     * sent.
     *
     * @param progress changes when the network takes something
     */
    long stalledFor(long now, long progress) {
        lock.lock();
        try {
            if (sendingSince == IDLE) {
                return -1;
            }
            if (progress != lastProgress) {
                lastProgress = progress;
                sendingSince = now;
                steps.incrementAndGet();
            }
            return now - sendingSince;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the queue has reached its limit. Needs no lock. */
    boolean isFull() {
        return full;
    }

    /** Whether the listener must be called because {@link #isFull} changed; true once per change. Needs no lock. */
    boolean takeFullChanged() {
        boolean changes = fullChanged;
        if (changes) {
            fullChanged = false;
        }
        return changes;
    }

    /** The next settled write, whose writer must be notified without the lock; null for none. */
    @Nullable
    LaneWrite settled() {
        return settled.poll();
    }

    @GuardedBy("lock")
    private void lookWhetherFull() {
        boolean isFull = queue.isFull();
        if (full != isFull) {
            full = isFull;
            fullChanged = true;
        }
    }
}
