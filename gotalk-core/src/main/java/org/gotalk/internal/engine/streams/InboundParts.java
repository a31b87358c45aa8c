package org.gotalk.internal.engine.streams;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.inbound.StreamFlowControl;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one stream that came and were not read yet: those of a request for a handler, or those of a result for a
 * caller. The {@link StreamFlowControl} bounds them: they hold the limit at most, and the one part that reached it.
 *
 * <p>The lock guards everything in here; it is not held while anybody else is told.
 */
public final class InboundParts {

    /** Stands for the end of the stream, since no part is empty. */
    static final byte[] END = {};

    /** What a part costs besides its bytes, so that parts of one byte are bounded, too. */
    static final int COST_OF_A_PART = 64;

    private final StreamFlowControl gate;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final PartsBuffer buffer;

    InboundParts(EngineSettings settings, Backpressure backpressure) {
        gate = new StreamFlowControl(settings, backpressure, () -> change(PartsBuffer::lookAtTheTime));
        buffer = new PartsBuffer(gate);
    }

    /** A part came, which is not empty. After the end it is dropped. False when it is one too many. */
    boolean add(byte[] part) {
        Runnable told;
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
            told = next();
            change = gate.change();
        } finally {
            lock.unlock();
        }
        gate.apply(change);
        told.run();
        return true;
    }

    /** The end came. */
    void end() {
        change(PartsBuffer::finish);
    }

    /** All that there is came at once; it may be empty. */
    void whole(byte[] payload) {
        change(parts -> parts.whole(payload));
    }

    /** This comes after the parts, in place of the end. */
    void fail(RuntimeException cause) {
        change(parts -> parts.endWith(cause));
    }

    /** Fails at once, without the parts that were not read yet. One that had ended before is not concerned. */
    void abort(RuntimeException cause) {
        change(parts -> parts.abortWith(cause));
    }

    /** Fails likewise if this is still waiting for the next part. */
    void abort(CompletableFuture<byte[]> waiting, RuntimeException cause) {
        change(parts -> {
            if (parts.isAwaitedBy(waiting)) {
                parts.abortWith(cause);
            }
        });
    }

    /** Nobody reads on. */
    void close() {
        change(PartsBuffer::close);
    }

    /**
     * The next part, or {@link #END}, which is waited for.
     *
     * @param patience how long at most; zero for as long as it takes
     * @return null when the time was over
     */
    byte @Nullable [] take(Duration patience) {
        lock.lock();
        try {
            long left = patience.isZero() ? Long.MAX_VALUE : patience.toNanos();
            while (!buffer.hasNext() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return buffer.hasNext() ? buffer.takeNext() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("the next part of a stream", e);
        } finally {
            int change = gate.change();
            lock.unlock();
            gate.apply(change);
        }
    }

    /** The next part, or {@link #END}, later. Completes on whatever thread brings it. */
    CompletableFuture<byte[]> takeLater() {
        CompletableFuture<byte[]> waiting = new CompletableFuture<>();
        change(parts -> parts.await(waiting));
        return waiting;
    }

    private void change(Consumer<PartsBuffer> action) {
        Runnable told;
        int change;
        lock.lock();
        try {
            action.accept(buffer);
            told = next();
            change = gate.change();
        } finally {
            lock.unlock();
        }
        gate.apply(change);
        told.run();
    }

    /** Wakes a reader up; gives one that waits without a thread what it waits for, to be run without the lock. */
    @GuardedBy("lock")
    private Runnable next() {
        if (buffer.hasNext()) {
            changed.signal();
        }
        return buffer.serveReader();
    }
}
