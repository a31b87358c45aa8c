package org.gotalk.internal.engine.outbound;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.gotalk.Limits;
import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.engine.shared.DeferrableSender;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;

/**
 * The only writer of a connection: a {@linkplain BatchingQueue queue} bounded in bytes, of which one batch at a time is
 * sent. Messages queued meanwhile go out with the next batch.
 *
 * <p>The lock of the {@link OutboxState} is never held while sending. Each batch follows the completion of the one before;
 * if a transport completes within the call, the {@link Trampoline} avoids recursion.
 */
public final class Outbox implements SendCompletion {

    /** Bytes at which a batch is closed. */
    public static final int BATCH = BatchingQueue.BATCH;

    private final Transport transport;
    private final Listener listener;
    private final SendDispatcher sender;
    private final OutboxState state;
    private final Duration writeTimeout;

    public Outbox(Transport transport, Workers workers, Limits limits, Listener listener) {
        this.transport = transport;
        this.sender = new SendDispatcher(workers, transport.sendsMayWait(), this::sendNext);
        this.state = new OutboxState(limits, workers::now);
        this.writeTimeout = limits.writeTimeout();
        this.listener = listener;
    }

    /** Queues a message if there is room. */
    public boolean offer(EncodedMessage message, SendListener sendListener) {
        return enqueue(message, sendListener, false);
    }

    /** Queues a message; waits for room, at most this long. */
    public boolean offer(EncodedMessage message, SendListener sendListener, Duration timeout) {
        return offer(message, sendListener, timeout, false);
    }

    /** Queues a message; waits for room until the network has taken nothing for the write timeout. */
    public boolean offerWaiting(EncodedMessage message, SendListener sendListener) {
        return offer(message, sendListener, writeTimeout, true);
    }

    private boolean offer(EncodedMessage message, SendListener sendListener, Duration timeout, boolean isRenewed) {
        state.awaitRoom(message.size(), timeout, isRenewed);
        boolean queued = state.add(new QueuedMessage(message, sendListener), false);
        if (queued) {
            sender.sendWaiting();
            notifyIfFullChanged();
        }
        return queued;
    }

    /** Queues a message if there is room, and leaves sending to {@link #flush}: for callers that hold a lock. */
    public boolean enqueue(EncodedMessage message) {
        return state.add(new QueuedMessage(message, SendListener.UNWATCHED), false);
    }

    /** As {@link #enqueue}, regardless of room. */
    public boolean enqueueAlways(EncodedMessage message) {
        return state.add(new QueuedMessage(message, SendListener.UNWATCHED), true);
    }

    /** Sends what was queued by {@link #enqueue}. */
    public void flush() {
        sender.send();
        notifyIfFullChanged();
    }

    /** Waits for room until the network has taken nothing for the write timeout. */
    public void awaitRoom(EncodedMessage message) {
        state.awaitRoom(message.size(), writeTimeout, true);
    }

    /** Queues a message regardless of room. For results, which the permits bound, and control messages. */
    public boolean force(EncodedMessage message) {
        return enqueue(message, SendListener.UNWATCHED, true);
    }

    /** Changes the queues of streams, under the lock. */
    public <T> T change(Function<BatchingQueue, T> action) {
        T result = state.change(action);
        notifyWriters();
        sender.send();
        notifyIfFullChanged();
        return result;
    }

    /**
     * As {@link #change}, but a worker sends: for a writer that has more to queue meanwhile, which then goes out
     * together.
     */
    public <T> T changeAhead(Function<BatchingQueue, T> action) {
        T result = state.change(action);
        notifyWriters();
        sender.sendSoon();
        notifyIfFullChanged();
        return result;
    }

    /** Sends what is queued, on this thread, which may block. */
    public void sendNow() {
        sender.sendHere();
    }

    /** Whether the peer supports all message kinds. */
    public boolean supportsFullProtocol() {
        return transport.supportsFullProtocol();
    }

    /** See {@link Transport#supportsExtensions()}. */
    public boolean supportsExtensions() {
        return transport.supportsExtensions();
    }

    /** Whether the limit is reached. */
    public boolean isFull() {
        return state.isFull();
    }

    public boolean isClosed() {
        return state.isClosed();
    }

    public long queued() {
        return state.queued();
    }

    /**
     * How long the network has taken nothing of what is being sent, in nanoseconds; negative while nothing is being
     * sent. Called by the engine's tick.
     */
    public long stalledFor(long now) {
        return state.isSending() ? state.stalledFor(now, transport.sendProgress()) : -1;
    }

    /** The number of the batch that was begun last. Takes no lock. */
    public long batch() {
        return state.batch();
    }

    /** Whether a batch is being sent. */
    public boolean isSending(long batch) {
        return state.isSending(batch);
    }

    /** Changes when the network takes something of what is sent. */
    public long progress() {
        return state.progress();
    }

    /** Takes no more messages, and runs the action when all queued ones have been sent. */
    public void closeWhenSent(Runnable action) {
        state.close(action);
        notifyWriters();
        sender.send();
        notifyIfFullChanged();
    }

    /** As {@link #closeWhenSent(Runnable)}, with a last message. Drops queued parts of streams. */
    public void closeWhenSent(EncodedMessage lastWords, Runnable action) {
        state.closeBehind(new QueuedMessage(lastWords, SendListener.UNWATCHED));
        closeWhenSent(action);
    }

    /** Takes no more messages and drops the queued ones. */
    public void abort() {
        state.abort();
        notifyWriters();
    }

    @Override
    public void sent() {
        if (state.sent()) {
            sender.sendHere();
        }
        notifyIfFullChanged();
    }

    @Override
    public void failed(Throwable cause) {
        listener.sendFailed(cause);
    }

    private boolean enqueue(EncodedMessage message, SendListener sendListener, boolean always) {
        boolean queued = state.add(new QueuedMessage(message, sendListener), always);
        if (queued) {
            sender.send();
            notifyIfFullChanged();
        }
        return queued;
    }

    /** Called without the lock. Each change is reported by the thread that made it, or a later one. */
    private void notifyIfFullChanged() {
        if (state.takeFullChanged()) {
            listener.fullChanged();
        }
    }

    private void notifyWriters() {
        for (LaneWrite write = state.settled(); write != null; write = state.settled()) {
            write.notifyWriter();
        }
    }

    /** Sends what is queued. */
    public DeferrableSender sender() {
        return sender;
    }

    private void sendNext() {
        List<Frame> batch = state.nextBatch();
        notifyWriters();
        if (!batch.isEmpty()) {
            transport.send(batch, this);
            return;
        }
        Runnable last = state.takeLast();
        if (last != null) {
            last.run();
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
