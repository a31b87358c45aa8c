package org.gotalk.internal.engine.outbound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.gotalk.Limits;
import org.gotalk.WaitInterruptedException;
import org.gotalk.spi.Frame;
import org.jspecify.annotations.Nullable;

/** What waits to be sent, whether a batch is being sent, and whether more is taken, under one lock. Sends nothing itself. */
final class OutboxState {

    private static final long IDLE = Long.MIN_VALUE;

    private final LongSupplier clock;
    private final Queue<LaneWrite> settled = new ConcurrentLinkedQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final BatchingQueue queue;

    @GuardedBy("lock")
    private long sendingSince = IDLE;

    @GuardedBy("lock")
    private boolean closed; // takes nothing more

    private volatile @Nullable Runnable whenEmpty; // written under the lock
    private volatile boolean full; // written under the lock
    private volatile boolean fullChanged; // the listener has to be told

    OutboxState(Limits limits, LongSupplier clock) {
        this.clock = clock;
        this.queue = new BatchingQueue(limits.maxOutbound(), limits.maxStreamBuffer(), settled);
    }

    /** Queues a message if there is room, or always; false also once it is closed. */
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

    /** Waits for room for so many bytes, at most so long. */
    void awaitRoom(long size, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!closed && !queue.hasRoom(size) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("room in the outbound queue", e);
        } finally {
            lock.unlock();
        }
    }

    /** Changes what streams have to send. */
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

    /** The next batch, which is being sent from now on; empty for none, or while another one is. */
    List<Frame> nextBatch() {
        lock.lock();
        try {
            List<Frame> batch = sendingSince == IDLE ? queue.nextBatch() : List.of();
            if (!batch.isEmpty()) {
                sendingSince = clock.getAsLong();
            }
            lookWhetherFull();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** The batch has been sent; whether there is more to do. */
    boolean sent() {
        lock.lock();
        try {
            queue.sent();
            sendingSince = IDLE;
            changed.signalAll();
            lookWhetherFull();
            return whenEmpty != null || !queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** What is to be run once all has been sent, which is given away once; null before that. */
    @Nullable
    Runnable takeLast() {
        if (whenEmpty == null) { // nearly always, and without the lock
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

    /** Takes nothing more; this is to be run when all that is queued has been sent. */
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

    /** Takes nothing more behind these words, which take the place of what streams have queued. */
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

    /** Takes nothing more and drops what is queued. */
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

    /** Whether one batch has been under way for longer than this. */
    boolean isStuck(long now, Duration writeTimeout) {
        lock.lock();
        try {
            return sendingSince != IDLE && now - sendingSince > writeTimeout.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Whether as much waits as may. Needs no lock. */
    boolean isFull() {
        return full;
    }

    /** Whether the listener has to be told of a change of that; says it once. Needs no lock. */
    boolean takeFullChanged() {
        boolean changes = fullChanged;
        if (changes) {
            fullChanged = false;
        }
        return changes;
    }

    /** The next write whose writer is to be told, without the lock; null for none. */
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
