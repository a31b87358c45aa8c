package org.gotalk.internal.engine.outbound;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.gotalk.Limits;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.engine.shared.DeferrableSender;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of a connection: a {@linkplain SendQueue queue} bounded in bytes, of which one batch at a time is
 * sent. Messages queued meanwhile go out with the next batch.
 *
 * <p>The lock guards queue and counters and is never held while sending. Each batch follows the completion of the one
 * before; if a transport completes within the call, the {@link Trampoline} avoids recursion.
 */
public final class Outbox implements SendCompletion {

    /** Bytes at which a batch is closed. */
    public static final int BATCH = SendQueue.BATCH;

    private static final long IDLE = Long.MIN_VALUE;

    private final Transport transport;
    private final Workers workers;
    private final Listener listener;
    private final OutboxSender sender;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SendQueue queue; // guarded by lock
    private long sendingSince = IDLE; // guarded by lock
    private boolean closed; // takes nothing more; guarded by lock
    private volatile boolean full; // written under lock
    private volatile boolean fullChanged; // the listener must be notified
    private @Nullable Runnable whenEmpty; // guarded by lock

    public Outbox(Transport transport, Workers workers, Limits limits, Listener listener) {
        this.transport = transport;
        this.workers = workers;
        this.sender = new OutboxSender(workers, transport.sendsMayWait(), this::sendNext);
        this.queue = new SendQueue(limits.maxOutbound(), limits.maxStreamBuffer());
        this.listener = listener;
    }

    /** Queues a message if there is room. */
    public boolean offer(EncodedMessage message, SendListener sendListener) {
        return enqueue(message, sendListener, false);
    }

    /** Queues a message; waits for room, at most this long. */
    public boolean offer(EncodedMessage message, SendListener sendListener, Duration timeout) {
        awaitRoom(message.size(), timeout);
        boolean queued = add(message, sendListener, false);
        if (queued) {
            sender.sendWaiting();
            notifyIfFullChanged();
        }
        return queued;
    }

    /** Queues a message regardless of room. For results, which the permits bound, and control messages. */
    public boolean force(EncodedMessage message) {
        return enqueue(message, SendListener.UNWATCHED, true);
    }

    /** Changes the queues of streams, under the lock. */
    public <T> T change(Function<SendQueue, T> action) {
        T result;
        lock.lock();
        try {
            result = action.apply(queue);
        } finally {
            unlock();
        }
        notifyWriters();
        sender.send();
        notifyIfFullChanged();
        return result;
    }

    /** Whether the peer supports all message kinds. */
    public boolean supportsFullProtocol() {
        return transport.supportsFullProtocol();
    }

    /** Whether the limit is reached. */
    public boolean isFull() {
        return full;
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    public long queued() {
        lock.lock();
        try {
            return queue.queued();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a batch has been in the transport for longer than this. */
    public boolean isStuck(long now, Duration writeTimeout) {
        lock.lock();
        try {
            return sendingSince != IDLE && now - sendingSince > writeTimeout.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more messages, and runs the action when all queued ones have been sent. */
    public void closeWhenSent(Runnable action) {
        lock.lock();
        try {
            closed = true;
            whenEmpty = action;
            queue.closeLanes();
            changed.signalAll();
        } finally {
            unlock();
        }
        notifyWriters();
        sender.send();
        notifyIfFullChanged();
    }

    /** As {@link #closeWhenSent(Runnable)}, with a last message. Drops queued parts of streams. */
    public void closeWhenSent(EncodedMessage lastWords, Runnable action) {
        lock.lock();
        try {
            if (!closed) {
                queue.addLast(new QueuedMessage(lastWords, SendListener.UNWATCHED));
            }
            closed = true;
        } finally {
            unlock();
        }
        closeWhenSent(action);
    }

    /** Takes no more messages and drops the queued ones. */
    public void abort() {
        lock.lock();
        try {
            closed = true;
            whenEmpty = null;
            queue.clear();
            changed.signalAll();
        } finally {
            unlock();
        }
        notifyWriters();
    }

    @Override
    public void sent() {
        boolean hasMore;
        lock.lock();
        try {
            queue.sent();
            sendingSince = IDLE;
            hasMore = whenEmpty != null || !queue.isEmpty();
            changed.signalAll();
        } finally {
            unlock();
        }
        if (hasMore) {
            sender.sendHere();
        }
        notifyIfFullChanged();
    }

    @Override
    public void failed(Throwable cause) {
        listener.sendFailed(cause);
    }

    private void awaitRoom(long size, Duration timeout) {
        lock.lock();
        try {
            long left = timeout.toNanos();
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

    private boolean enqueue(EncodedMessage message, SendListener sendListener, boolean always) {
        boolean queued = add(message, sendListener, always);
        if (queued) {
            sender.send();
            notifyIfFullChanged();
        }
        return queued;
    }

    private boolean add(EncodedMessage message, SendListener sendListener, boolean always) {
        lock.lock();
        try {
            if (closed || (!always && !queue.hasRoom(message.size()))) {
                return false;
            }
            queue.add(new QueuedMessage(message, sendListener));
            return true;
        } finally {
            unlock();
        }
    }

    private void unlock() {
        boolean isFull = queue.isFull();
        if (full != isFull) {
            full = isFull;
            fullChanged = true;
        }
        lock.unlock();
    }

    /** Called without the lock. Each change is reported by the thread that made it, or a later one. */
    private void notifyIfFullChanged() {
        if (fullChanged) {
            fullChanged = false;
            listener.fullChanged();
        }
    }

    private void notifyWriters() {
        for (LaneWrite write = queue.settled(); write != null; write = queue.settled()) {
            write.notifyWriter();
        }
    }

    /** Sends what is queued. */
    public DeferrableSender sender() {
        return sender;
    }

    private void sendNext() {
        List<Frame> batch;
        Runnable afterwards = null;
        lock.lock();
        try {
            batch = sendingSince == IDLE ? queue.nextBatch() : List.of();
            if (!batch.isEmpty()) {
                sendingSince = workers.now();
            } else if (sendingSince == IDLE && queue.isEmpty()) {
                afterwards = whenEmpty;
                whenEmpty = null;
            }
        } finally {
            unlock();
        }
        notifyWriters();
        if (!batch.isEmpty()) {
            transport.send(batch, this);
        } else if (afterwards != null) {
            afterwards.run();
        }
    }

    /** Receives events of the outbox. */
    public interface Listener {

        /** The outbox {@linkplain Outbox#isFull() became full} or has room again. */
        void fullChanged();

        /** The transport failed; the connection is unusable. */
        void sendFailed(Throwable cause);
    }
}
