package org.gotalk.internal.engine.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Deque<byte[]> parts = new ArrayDeque<>(); // guarded by lock
    private long cost; // of the parts; guarded by lock
    private boolean ended; // no part comes any more; guarded by lock
    private @Nullable RuntimeException failure; // in place of the end; guarded by lock
    private @Nullable CompletableFuture<byte[]> reader; // waits for the next part; guarded by lock

    InboundParts(EngineSettings settings, Backpressure backpressure) {
        gate = new StreamFlowControl(settings, backpressure, () -> change(this::lookAtTheTime));
    }

    /** A part came, which is not empty. After the end it is dropped. False when it is one too many. */
    boolean add(byte[] part) {
        Runnable told;
        lock.lock();
        try {
            if (ended) {
                return true;
            }
            if (gate.refuses(cost)) {
                return false;
            }
            parts.add(part);
            holds(cost + costOf(part));
            told = next();
        } finally {
            lock.unlock();
        }
        gate.apply();
        told.run();
        return true;
    }

    /** The end came. */
    void end() {
        change(this::finish);
    }

    /** All that there is came at once; it may be empty. */
    void whole(byte[] payload) {
        change(() -> {
            if (!ended && payload.length > 0) {
                parts.add(payload);
                cost += costOf(payload);
            }
            finish();
        });
    }

    /** This comes after the parts, in place of the end. */
    void fail(RuntimeException cause) {
        change(() -> endWith(cause));
    }

    /** Fails at once, without the parts that were not read yet. One that had ended before is not concerned. */
    void abort(RuntimeException cause) {
        change(() -> abortWith(cause));
    }

    /** Fails likewise if this is still waiting for the next part. */
    void abort(CompletableFuture<byte[]> waiting, RuntimeException cause) {
        change(() -> {
            if (reader == waiting) {
                abortWith(cause);
            }
        });
    }

    /** Nobody reads on. */
    void close() {
        change(() -> {
            failure = new IllegalStateException("the stream was closed by this side");
            parts.clear();
            cost = 0;
            finish();
        });
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
            while (!hasNext() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return hasNext() ? takeNext() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("the next part of a stream", e);
        } finally {
            lock.unlock();
            gate.apply();
        }
    }

    /** The next part, or {@link #END}, later. Completes on whatever thread brings it. */
    CompletableFuture<byte[]> takeLater() {
        CompletableFuture<byte[]> waiting = new CompletableFuture<>();
        change(() -> {
            if (reader != null) {
                throw new IllegalStateException("another read of the same stream has not completed yet");
            }
            reader = waiting;
        });
        return waiting;
    }

    private void change(Runnable action) {
        Runnable told;
        lock.lock();
        try {
            action.run();
            told = next();
        } finally {
            lock.unlock();
        }
        gate.apply();
        told.run();
    }

    private void endWith(RuntimeException cause) {
        if (!ended) {
            failure = cause;
            finish();
        }
    }

    private void abortWith(RuntimeException cause) {
        if (!ended) {
            parts.clear();
            cost = 0;
            endWith(cause);
        }
    }

    private void lookAtTheTime() {
        gate.lookAtTheTime(cost);
    }

    /** The peer need not be slowed for what waits when nothing more comes. */
    private void finish() {
        ended = true;
        gate.holds(0);
    }

    private void holds(long newCost) {
        cost = newCost;
        gate.holds(ended ? 0 : newCost);
    }

    /** Wakes a reader up; gives one that waits without a thread what it waits for, to be run without the lock. */
    private Runnable next() {
        CompletableFuture<byte[]> waiting = reader;
        if (!hasNext()) {
            return InboundParts::nobodyWaits;
        }
        changed.signal();
        if (waiting == null) {
            return InboundParts::nobodyWaits;
        }
        reader = null;
        try {
            byte[] part = takeNext();
            return () -> waiting.complete(part);
        } catch (RuntimeException e) {
            return () -> waiting.completeExceptionally(e);
        }
    }

    private static void nobodyWaits() {}

    private boolean hasNext() {
        return ended || !parts.isEmpty();
    }

    private byte[] takeNext() {
        byte[] part = parts.poll();
        if (part != null) {
            holds(cost - costOf(part));
            return part;
        }
        if (failure != null) {
            throw failure;
        }
        return END;
    }

    private static long costOf(byte[] part) {
        return part.length + (long) COST_OF_A_PART;
    }
}
