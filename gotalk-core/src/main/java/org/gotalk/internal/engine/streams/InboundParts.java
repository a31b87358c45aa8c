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
 * The received and unread parts of one stream: of a request for a handler, or of a result for a caller. Bounded by the
 * {@link StreamFlowControl}: at most the limit, and the one part that reaches it.
 *
 * <p>The lock guards all fields; callbacks run without it.
 */
public final class InboundParts {

    /** The end of the stream; no part is empty. */
    static final byte[] END = {};

    /** Overhead of a part in addition to its bytes, which also bounds tiny parts. */
    static final int COST_OF_A_PART = 64;

    private final StreamFlowControl flowControl;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> parts = new ArrayDeque<>(); // guarded by lock
    private long cost; // of the parts; guarded by lock
    private boolean ended; // no part comes any more; guarded by lock
    private @Nullable RuntimeException failure; // in place of the end; guarded by lock
    private @Nullable CompletableFuture<byte[]> reader; // waits for the next part; guarded by lock

    InboundParts(EngineSettings settings, Backpressure backpressure) {
        flowControl = new StreamFlowControl(settings, backpressure, () -> change(this::checkTime));
    }

    /** Adds a part that is not empty. Ignored after the end; false if the part must be refused. */
    boolean add(byte[] part) {
        Runnable wakeUp;
        int change;
        lock.lock();
        try {
            if (ended) {
                return true;
            }
            if (flowControl.refuses(cost)) {
                return false;
            }
            parts.add(part);
            setCost(cost + costOf(part));
            wakeUp = next();
            change = flowControl.change();
        } finally {
            lock.unlock();
        }
        flowControl.apply(change);
        wakeUp.run();
        return true;
    }

    /** Ends the stream after the parts. */
    void end() {
        change(this::finish);
    }

    /** Adds the only part, unless it is empty, and ends the stream. */
    void whole(byte[] payload) {
        change(() -> {
            if (!ended && payload.length > 0) {
                parts.add(payload);
                cost += costOf(payload);
            }
            finish();
        });
    }

    /** Fails the stream once the buffered parts have been read. */
    void fail(RuntimeException cause) {
        change(() -> endWith(cause));
    }

    /** Fails the stream at once and drops unread parts, unless it has ended. */
    void abort(RuntimeException cause) {
        change(() -> abortWith(cause));
    }

    /** As {@link #abort(RuntimeException)}, if this reader still waits. */
    void abort(CompletableFuture<byte[]> waiting, RuntimeException cause) {
        change(() -> {
            if (reader == waiting) {
                abortWith(cause);
            }
        });
    }

    /** Discards everything: this side does not read on. */
    void close() {
        change(() -> {
            failure = new IllegalStateException("the stream was closed by this side");
            parts.clear();
            cost = 0;
            finish();
        });
    }

    /**
     * Waits for the next part or {@link #END}.
     *
     * @param maxWait the maximum wait; zero means no limit
     * @return null after the maximum wait
     */
    byte @Nullable [] take(Duration maxWait) {
        lock.lock();
        try {
            long left = maxWait.isZero() ? Long.MAX_VALUE : maxWait.toNanos();
            while (!hasNext() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return hasNext() ? takeNext() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("the next part of a stream", e);
        } finally {
            int change = flowControl.change();
            lock.unlock();
            flowControl.apply(change);
        }
    }

    /** The next part or {@link #END}, without waiting. Completes on an arbitrary thread. */
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
        Runnable wakeUp;
        int change;
        lock.lock();
        try {
            action.run();
            wakeUp = next();
            change = flowControl.change();
        } finally {
            lock.unlock();
        }
        flowControl.apply(change);
        wakeUp.run();
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

    private void checkTime() {
        flowControl.checkTime(cost);
    }

    /** After the end the peer need not be slowed. */
    private void finish() {
        ended = true;
        flowControl.update(0);
    }

    private void setCost(long newCost) {
        cost = newCost;
        flowControl.update(ended ? 0 : newCost);
    }

    /** Wakes a blocked reader; returns the completion of an asynchronous one, to be run without the lock. */
    private Runnable next() {
        CompletableFuture<byte[]> waiting = reader;
        if (!hasNext()) {
            return InboundParts::noReader;
        }
        changed.signal();
        if (waiting == null) {
            return InboundParts::noReader;
        }
        reader = null;
        try {
            byte[] part = takeNext();
            return () -> waiting.complete(part);
        } catch (RuntimeException e) {
            return () -> waiting.completeExceptionally(e);
        }
    }

    private static void noReader() {}

    private boolean hasNext() {
        return ended || !parts.isEmpty();
    }

    private byte[] takeNext() {
        byte[] part = parts.poll();
        if (part != null) {
            setCost(cost - costOf(part));
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
