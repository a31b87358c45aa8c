package org.gotalk.internal.engine.outbound;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.gotalk.Limits;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of a connection: a {@linkplain SendQueue queue} of messages, bounded in bytes, of which one batch at a
 * time is being sent. What queues up meanwhile goes out together with the next.
 *
 * <p>The lock guards the queue and the counters and is never held while sending. A batch follows the completion of the
 * one before it; where a transport completes within the call, the {@link Trampoline} turns the recursion into one.
 */
public final class Outbox implements SendCompletion {

    /** A batch is closed once it has so many bytes. */
    static final int BATCH = 64 * 1024;

    private static final long IDLE = Long.MIN_VALUE;

    private final Transport transport;
    private final Workers workers;
    private final Listener listener;
    private final OutboxSender pump;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SendQueue queue; // guarded by lock
    private long sendingSince = IDLE; // guarded by lock
    private boolean closed; // takes nothing more; guarded by lock
    private volatile boolean full; // written under lock
    private @Nullable Runnable whenEmpty; // guarded by lock

    Outbox(Transport transport, Workers workers, Limits limits, Listener listener) {
        this.transport = transport;
        this.workers = workers;
        this.pump = new OutboxSender(workers, transport.sendsMayWait(), this::sendNext);
        this.queue = new SendQueue(limits.maxOutbound(), limits.maxStreamBuffer());
        this.listener = listener;
    }

    /** Queues a message if there is room. */
    boolean offer(EncodedMessage message, SendListener handover) {
        return enqueue(message, handover, false);
    }

    /** Queues a message as soon as there is room, waiting for it at most so long. */
    boolean offer(EncodedMessage message, SendListener handover, Duration patience) {
        awaitRoom(message.size(), patience);
        boolean queued = add(message, handover, false);
        if (queued) {
            pump.sendWaiting();
        }
        return queued;
    }

    /**
     * Queues a message whether or not there is room. For answers, whose number the request permits bound, and for
     * control messages.
     */
    boolean force(EncodedMessage message) {
        return enqueue(message, SendListener.UNWATCHED, true);
    }

    /** Changes what streams have to send, under the lock. */
    <T> T change(Function<SendQueue, T> action) {
        T result;
        lock.lock();
        try {
            result = action.apply(queue);
        } finally {
            unlock();
        }
        tellWriters();
        pump.send();
        return result;
    }

    /** Whether as much waits as may. Answers to further requests would have to wait, too. */
    boolean isFull() {
        return full;
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

    /** Whether the transport has been busy with one batch for longer than this. */
    boolean isStuck(long now, Duration writeTimeout) {
        lock.lock();
        try {
            return sendingSince != IDLE && now - sendingSince > writeTimeout.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, and runs this when all that is queued has been sent. */
    void closeWhenSent(Runnable action) {
        lock.lock();
        try {
            closed = true;
            whenEmpty = action;
            queue.closeLanes();
            changed.signalAll();
        } finally {
            unlock();
        }
        tellWriters();
        pump.send();
    }

    /** As above, behind last words, which stand behind all that is queued but parts of streams; those are dropped. */
    void closeWhenSent(EncodedMessage lastWords, Runnable action) {
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

    /** Takes nothing more and drops what is queued. */
    void abort() {
        lock.lock();
        try {
            closed = true;
            whenEmpty = null;
            queue.clear();
            changed.signalAll();
        } finally {
            unlock();
        }
        tellWriters();
    }

    @Override
    public void sent() {
        boolean roomAgain;
        boolean isMoreToDo;
        lock.lock();
        try {
            queue.sent();
            sendingSince = IDLE;
            roomAgain = full && !queue.isFull();
            isMoreToDo = whenEmpty != null || !queue.isEmpty();
            changed.signalAll();
        } finally {
            unlock();
        }
        if (isMoreToDo) {
            pump.sendHere();
        }
        if (roomAgain) {
            listener.roomAgain();
        }
    }

    @Override
    public void failed(Throwable cause) {
        listener.sendFailed(cause);
    }

    private void awaitRoom(long size, Duration patience) {
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

    private boolean enqueue(EncodedMessage message, SendListener handover, boolean always) {
        boolean queued = add(message, handover, always);
        if (queued) {
            pump.send();
        }
        return queued;
    }

    private boolean add(EncodedMessage message, SendListener handover, boolean always) {
        lock.lock();
        try {
            if (closed || (!always && !queue.hasRoom(message.size()))) {
                return false;
            }
            queue.add(new QueuedMessage(message, handover));
            return true;
        } finally {
            unlock();
        }
    }

    private void unlock() {
        boolean isFull = queue.isFull();
        if (full != isFull) {
            full = isFull;
        }
        lock.unlock();
    }

    private void tellWriters() {
        for (LaneWrite write = queue.settled(); write != null; write = queue.settled()) {
            write.tell();
        }
    }

    /** Sends what is queued. */
    OutboxSender pump() {
        return pump;
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
        tellWriters();
        if (!batch.isEmpty()) {
            transport.send(batch, this);
        } else if (afterwards != null) {
            afterwards.run();
        }
    }

    /** Told what happens to the queue. */
    interface Listener {

        /** There is room after there was none. */
        void roomAgain();

        /** The transport failed; the connection is of no further use. */
        void sendFailed(Throwable cause);
    }
}
