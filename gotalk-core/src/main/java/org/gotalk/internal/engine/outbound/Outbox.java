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
 * The only writer of a connection: a {@linkplain SendQueue queue} of messages, bounded in bytes, of which one batch at a
 * time is being sent. What queues up meanwhile goes out together with the next.
 *
 * <p>The lock guards the queue and the counters and is never held while sending. A batch follows the completion of the
 * one before it; where a transport completes within the call, the {@link Trampoline} turns the recursion into one.
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
    private volatile boolean fullChanged; // the listener has to be told
    private @Nullable Runnable whenEmpty; // guarded by lock

    public Outbox(Transport transport, Workers workers, Limits limits, Listener listener) {
        this.transport = transport;
        this.workers = workers;
        this.sender = new OutboxSender(workers, transport.sendsMayWait(), this::sendNext);
        this.queue = new SendQueue(limits.maxOutbound(), limits.maxStreamBuffer());
        this.listener = listener;
    }

    /** Queues a message if there is room. */
    public boolean offer(EncodedMessage message, SendListener handover) {
        return enqueue(message, handover, false);
    }

    /** Queues a message as soon as there is room, waiting for it at most so long. */
    public boolean offer(EncodedMessage message, SendListener handover, Duration patience) {
        awaitRoom(message.size(), patience);
        boolean queued = add(message, handover, false);
        if (queued) {
            sender.sendWaiting();
            tellIfFullChanged();
        }
        return queued;
    }

    /**
     * Queues a message whether or not there is room. For answers, whose number the request permits bound, and for
     * control messages.
     */
    public boolean force(EncodedMessage message) {
        return enqueue(message, SendListener.UNWATCHED, true);
    }

    /** Changes what streams have to send, under the lock. */
    public <T> T change(Function<SendQueue, T> action) {
        T result;
        lock.lock();
        try {
            result = action.apply(queue);
        } finally {
            unlock();
        }
        tellWriters();
        sender.send();
        tellIfFullChanged();
        return result;
    }

    /** Whether the peer takes messages of all kinds. */
    public boolean supportsFullProtocol() {
        return transport.supportsFullProtocol();
    }

    /** Whether as much waits as may. Answers to further requests would have to wait, too. */
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

    /** Whether the transport has been busy with one batch for longer than this. */
    public boolean isStuck(long now, Duration writeTimeout) {
        lock.lock();
        try {
            return sendingSince != IDLE && now - sendingSince > writeTimeout.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, and runs this when all that is queued has been sent. */
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
        tellWriters();
        sender.send();
        tellIfFullChanged();
    }

    /** As above, behind last words, which stand behind all that is queued but parts of streams; those are dropped. */
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

    /** Takes nothing more and drops what is queued. */
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
        tellWriters();
    }

    @Override
    public void sent() {
        boolean isMoreToDo;
        lock.lock();
        try {
            queue.sent();
            sendingSince = IDLE;
            isMoreToDo = whenEmpty != null || !queue.isEmpty();
            changed.signalAll();
        } finally {
            unlock();
        }
        if (isMoreToDo) {
            sender.sendHere();
        }
        tellIfFullChanged();
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
            sender.send();
            tellIfFullChanged();
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
            fullChanged = true;
        }
        lock.unlock();
    }

    /** Without the lock. Each change is told by the thread that made it, or by one that looks after it. */
    private void tellIfFullChanged() {
        if (fullChanged) {
            fullChanged = false;
            listener.fullChanged();
        }
    }

    private void tellWriters() {
        for (LaneWrite write = queue.settled(); write != null; write = queue.settled()) {
            write.tell();
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
        tellWriters();
        if (!batch.isEmpty()) {
            transport.send(batch, this);
        } else if (afterwards != null) {
            afterwards.run();
        }
    }

    /** Told what happens to the queue. */
    public interface Listener {

        /** The outbox {@linkplain Outbox#isFull() got full}, or has room again. */
        void fullChanged();

        /** The transport failed; the connection is of no further use. */
        void sendFailed(Throwable cause);
    }
}
