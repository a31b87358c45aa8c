package org.gotalk.internal.engine.streams;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.jspecify.annotations.Nullable;

/**
 * The received and unread parts of one stream: of a request for a handler, or of a result for a caller. Bounded by the
 * {@link StreamFlowControl}: at most the limit, and the one part that reaches it.
 *
 * <p>The lock guards all fields; callbacks run without it.
 */
public final class InboundParts {

    /** The end of the stream; no part is empty. */
    static final byte[] END = PartsBuffer.END;

    private final StreamFlowControl flowControl;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final PartsBuffer buffer;

    private final AtomicLong arrivals = new AtomicLong(); // of pieces of parts

    InboundParts(EngineSettings settings, Backpressure backpressure) {
        flowControl = new StreamFlowControl(settings, backpressure, () -> change(PartsBuffer::checkTime));
        buffer = new PartsBuffer(flowControl);
    }

    /** Adds a part that is not empty. Ignored after the end; false if the part must be refused. */
    boolean add(byte[] part) {
        Runnable wakeUp;
        int change;
        lock.lock();
        try {
            if (buffer.isEnded()) {
                return true;
            }
            if (buffer.refuses()) {
                return false;
            }
            buffer.add(part);
            wakeUp = next();
            change = flowControl.change();
        } finally {
            lock.unlock();
        }
        flowControl.apply(change);
        wakeUp.run();
        return true;
    }

    /** Some bytes of a part have arrived. Called by the reading thread. */
    void partArrives() {
        arrivals.incrementAndGet();
    }

    /** Changes whenever bytes of a part that is not complete arrive. */
    long arrivals() {
        return arrivals.get();
    }

    /** Ends the stream after the parts. */
    void end() {
        change(PartsBuffer::finish);
    }

    /** Adds the only part, unless it is empty, and ends the stream. */
    void whole(byte[] payload) {
        change(parts -> parts.whole(payload));
    }

    /** Fails the stream once the buffered parts have been read. */
    void fail(RuntimeException cause) {
        change(parts -> parts.endWith(cause));
    }

    /** Fails the stream at once and drops unread parts, unless it has ended. */
    void abort(RuntimeException cause) {
        change(parts -> parts.abortWith(cause));
    }

    /** As {@link #abort(RuntimeException)}, if this reader still waits. */
    void abort(CompletableFuture<byte[]> waiting, RuntimeException cause) {
        change(parts -> {
            if (parts.isAwaitedBy(waiting)) {
                parts.abortWith(cause);
            }
        });
    }

    /** Discards everything: this side does not read on. */
    void close() {
        change(PartsBuffer::close);
    }

    /**
     * Waits for the next part or {@link #END}.
     *
     * @param maxWait the maximum wait without any byte of the part; zero means no limit
     * @return null after the maximum wait
     */
    byte @Nullable [] take(Duration maxWait) {
        lock.lock();
        try {
            long left = maxWait.isZero() ? Long.MAX_VALUE : maxWait.toNanos();
            long seen = arrivals.get();
            while (!buffer.hasNext() && left > 0) {
                left = changed.awaitNanos(left);
                if (left <= 0 && seen != arrivals.get()) {
                    seen = arrivals.get();
                    left = maxWait.toNanos();
                }
            }
            return buffer.hasNext() ? buffer.takeNext() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("the next part of a stream", e);
        } finally {
            int change = flowControl.change();
            lock.unlock();
            flowControl.apply(change);
        }
    }

    /** The next part or {@link #END} if it is here; null if not. */
    byte @Nullable [] poll() {
        lock.lock();
        try {
            return buffer.hasNext() ? buffer.takeNext() : null;
        } finally {
            int change = flowControl.change();
            lock.unlock();
            flowControl.apply(change);
        }
    }

    /** The next part or {@link #END}, without waiting. Completes on an arbitrary thread. */
    CompletableFuture<byte[]> takeLater() {
        CompletableFuture<byte[]> waiting = new CompletableFuture<>();
        change(parts -> parts.await(waiting));
        return waiting;
    }

    private void change(Consumer<PartsBuffer> action) {
        Runnable wakeUp;
        int change;
        lock.lock();
        try {
            action.accept(buffer);
            wakeUp = next();
            change = flowControl.change();
        } finally {
            lock.unlock();
        }
        flowControl.apply(change);
        wakeUp.run();
    }

    /** Wakes a blocked reader; returns the completion of an asynchronous one, which must run without the lock. */
    @GuardedBy("lock")
    private Runnable next() {
        if (buffer.hasNext()) {
            changed.signal();
        }
        return buffer.serveReader();
    }
}
