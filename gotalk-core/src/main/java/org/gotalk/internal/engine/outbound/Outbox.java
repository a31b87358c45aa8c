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
 * The only writer of a connection: a {@linkplain SendQueue queue} of messages, bounded in bytes, of which one batch at a
 * time is being sent. What queues up meanwhile goes out together with the next.
 *
 * <p>The lock of the {@link OutboxState} is never held while sending. A batch follows the completion of the
 * one before it; where a transport completes within the call, the {@link Trampoline} turns the recursion into one.
 */
public final class Outbox implements SendCompletion {

    /** A batch is closed once it has so many bytes. */
    public static final int BATCH = 64 * 1024;

    private final Transport transport;
    private final Listener listener;
    private final OutboxSender sender;
    private final OutboxState state;

    public Outbox(Transport transport, Workers workers, Limits limits, Listener listener) {
        this.transport = transport;
        this.sender = new OutboxSender(workers, transport.sendsMayWait(), this::sendNext);
        this.state = new OutboxState(limits, workers::now);
        this.listener = listener;
    }

    /** Queues a message if there is room. */
    public boolean offer(EncodedMessage message, SendListener handover) {
        return enqueue(message, handover, false);
    }

    /** Queues a message as soon as there is room, waiting for it at most so long. */
    public boolean offer(EncodedMessage message, SendListener handover, Duration patience) {
        state.awaitRoom(message.size(), patience);
        boolean queued = state.add(new QueuedMessage(message, handover), false);
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
        T result = state.change(action);
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
        return state.isFull();
    }

    public boolean isClosed() {
        return state.isClosed();
    }

    public long queued() {
        return state.queued();
    }

    /** Whether the transport has been busy with one batch for longer than this. */
    public boolean isStuck(long now, Duration writeTimeout) {
        return state.isStuck(now, writeTimeout);
    }

    /** Takes nothing more, and runs this when all that is queued has been sent. */
    public void closeWhenSent(Runnable action) {
        state.close(action);
        tellWriters();
        sender.send();
        tellIfFullChanged();
    }

    /** As above, behind last words, which stand behind all that is queued but parts of streams; those are dropped. */
    public void closeWhenSent(EncodedMessage lastWords, Runnable action) {
        state.closeBehind(new QueuedMessage(lastWords, SendListener.UNWATCHED));
        closeWhenSent(action);
    }

    /** Takes nothing more and drops what is queued. */
    public void abort() {
        state.abort();
        tellWriters();
    }

    @Override
    public void sent() {
        if (state.sent()) {
            sender.sendHere();
        }
        tellIfFullChanged();
    }

    @Override
    public void failed(Throwable cause) {
        listener.sendFailed(cause);
    }

    private boolean enqueue(EncodedMessage message, SendListener handover, boolean always) {
        boolean queued = state.add(new QueuedMessage(message, handover), always);
        if (queued) {
            sender.send();
            tellIfFullChanged();
        }
        return queued;
    }

    /** Without the lock. Each change is told by the thread that made it, or by one that looks after it. */
    private void tellIfFullChanged() {
        if (state.takeFullChanged()) {
            listener.fullChanged();
        }
    }

    private void tellWriters() {
        for (LaneWrite write = state.settled(); write != null; write = state.settled()) {
            write.tell();
        }
    }

    /** Sends what is queued. */
    public DeferrableSender sender() {
        return sender;
    }

    private void sendNext() {
        List<Frame> batch = state.nextBatch();
        tellWriters();
        if (!batch.isEmpty()) {
            transport.send(batch, this);
            return;
        }
        Runnable last = state.takeLast();
        if (last != null) {
            last.run();
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
