package org.gotalk.internal.engine.streams;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gotalk.GotalkException;
import org.gotalk.OutboxFullException;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamWriter;
import org.gotalk.Values;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.engine.outbound.BatchingQueue;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.LaneWrite;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.Completions;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.jspecify.annotations.Nullable;

/** The writer of a stream, for the application. */
class PartsWriter implements StreamWriter {

    private static final int LARGEST_PART = Outbox.BATCH;

    /** Nanoseconds between two parts of a writer that has more to write soon. */
    private static final long QUICK_SUCCESSION = 50_000;

    private final Lane lane;
    private final Outbox outbox;
    private final EngineSettings settings;
    private final Duration timeout;
    private final Supplier<GotalkException> whenClosed;
    private final AtomicReference<@Nullable PartsOutputStream> bytes = new AtomicReference<>();
    private volatile long lastWrite; // or long enough before the first
    private final AtomicReference<@Nullable GotalkException> stopped = new AtomicReference<>();

    /**
     * Creates a writer.
     *
     * @param whenClosed makes the exception to throw when the connection has closed
     */
    PartsWriter(Lane lane, Outbox outbox, EngineSettings settings, Supplier<GotalkException> whenClosed) {
        this.lane = lane;
        this.outbox = outbox;
        this.settings = settings;
        Duration limit = settings.limits().streamTimeout();
        this.timeout = new Deadline(limit, 0).isNever() ? Duration.ZERO : limit;
        this.whenClosed = whenClosed;
        this.lastWrite = settings.scheduler().nanoTime() - QUICK_SUCCESSION;
    }

    @Override
    public final void write(byte[] part) {
        EngineThread.refuseToWait("write", "writeAsync");
        LaneWrite write = begin(part);
        if (!write.queued().isDone()) {
            outbox.sendNow(); // this thread may be the last one that can
        }
        if (!isQueued(write)) {
            throw refusal();
        }
    }

    @Override
    public final void writeValue(Object value) {
        write(Values.encoded(settings.codec(), value));
    }

    @Override
    public final boolean tryWrite(byte[] part) {
        Optional<LaneWrite> write = outbox.change(queue -> queue.tryWrite(lane, cut(part)));
        if (write.isPresent() && write.get().isRefused()) {
            throw refusal();
        }
        return write.isPresent();
    }

    @Override
    public final CompletionStage<Void> writeAsync(byte[] part) {
        LaneWrite write = outbox.change(queue -> queue.write(lane, cut(part)));
        if (!timeout.isZero() && !write.queued().isDone()) {
            watch(write);
        }
        return new Completions(settings).onExecutor(write.queued().thenAccept(queued -> {
            if (!queued) {
                throw refusal();
            }
        }));
    }

    @Override
    public final OutputStream outputStream() {
        PartsOutputStream first = new PartsOutputStream(this, LARGEST_PART, this::bytesClosed);
        PartsOutputStream already = bytes.compareAndExchange(null, first);
        return already == null ? first : already;
    }

    @Override
    public final boolean isOpen() {
        return stopped.get() == null && !outbox.isClosed();
    }

    @Override
    public void close() {
        writeGathered();
        end(lane.form()::end, new StreamEndedException("this side has ended the stream"));
    }

    /** The output stream was closed. */
    void bytesClosed() {
        close();
    }

    /** Writes the buffered bytes of the output stream, as there is room. Called at the end. */
    final void writeGathered() {
        PartsOutputStream gathering = bytes.get();
        if (gathering != null) {
            begin(gathering.take());
        }
    }

    /** Ends the stream after its parts, with a reason; false if it had ended. */
    final boolean end(Function<Boolean, List<Message>> lastWords, GotalkException reason) {
        stopped.compareAndSet(null, reason);
        return outbox.change(queue -> queue.end(lane, lastWords));
    }

    /** Ends the stream and drops queued parts, which the peer does not need. */
    final void stop(GotalkException reason) {
        stopped.compareAndSet(null, reason);
        outbox.change(queue -> {
            queue.stop(lane);
            return lane;
        });
    }

    /** As {@link #stop}; a peer that gets anything of the stream then gets these words. */
    final void giveUp(GotalkException reason, BooleanSupplier isBegun, Message lastWords) {
        stopped.compareAndSet(null, reason);
        outbox.change(queue -> {
            queue.giveUp(lane, isBegun, lastWords);
            return lane;
        });
    }

    /** Splits a part into pieces that may be sent. */
    static List<Payload> cut(byte[] part) {
        if (part.length <= LARGEST_PART) {
            return part.length == 0 ? List.of() : List.of(Payload.of(part));
        }
        List<Payload> pieces = new ArrayList<>();
        for (int from = 0; from < part.length; from += LARGEST_PART) {
            pieces.add(Payload.of(Arrays.copyOfRange(part, from, Math.min(part.length, from + LARGEST_PART))));
        }
        return pieces;
    }

    /** Leaves the send to a worker if more parts are likely to follow. Only for writes whose waits the engine sees. */
    private LaneWrite begin(byte[] part) {
        long now = settings.scheduler().nanoTime();
        boolean moreIsLikely = now - lastWrite < QUICK_SUCCESSION;
        lastWrite = now;
        Function<BatchingQueue, LaneWrite> write = queue -> queue.write(lane, cut(part));
        return moreIsLikely ? outbox.changeAhead(write) : outbox.change(write);
    }

    /** There is no room for longer on a slow network, which is not late while it takes something. */
    private void watch(LaneWrite write) {
        long seen = outbox.progress();
        Runnable expire = () -> {
            if (seen == outbox.progress()) {
                cancel(write);
            } else {
                watch(write);
            }
        };
        settings.scheduler().schedule(expire, timeout).cancelAfter(write.queued());
    }

    /** Waits for room, as {@link #watch} does. */
    private boolean isQueued(LaneWrite write) {
        long seen = outbox.progress();
        try {
            return timeout.isZero()
                    ? write.queued().get()
                    : write.queued().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (seen != outbox.progress()) {
                return isQueued(write);
            }
            cancel(write);
            return write.queued().join();
        } catch (InterruptedException e) {
            cancel(write);
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("room for the next part of a stream", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("unexpected failure of a write", e);
        }
    }

    private void cancel(LaneWrite write) {
        outbox.change(queue -> {
            queue.cancel(lane, write);
            return lane;
        });
    }

    /** Why a part was not queued. */
    private GotalkException refusal() {
        GotalkException reason = stopped.get();
        if (reason != null) {
            return reason;
        }
        return outbox.isClosed() ? whenClosed.get() : OutboxFullException.ofStream(timeout);
    }
}
