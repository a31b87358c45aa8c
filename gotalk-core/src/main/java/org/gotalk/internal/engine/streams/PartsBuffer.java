package org.gotalk.internal.engine.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The unread parts of one stream, and its asynchronous reader. Used under the lock of {@link InboundParts}. */
final class PartsBuffer {

    /** The end of the stream; no part is empty. */
    static final byte[] END = {};

    /** Overhead of a part in addition to its bytes, which also bounds tiny parts. */
    static final int COST_OF_A_PART = 64;

    private final StreamFlowControl flowControl;
    private final Deque<byte[]> parts = new ArrayDeque<>();
    private long cost; // of the parts
    private boolean ended; // no further parts
    private @Nullable RuntimeException failure; // thrown instead of the end
    private @Nullable CompletableFuture<byte[]> reader; // waits for the next part

    PartsBuffer(StreamFlowControl flowControl) {
        this.flowControl = flowControl;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether a part must be refused. */
    boolean refuses() {
        return flowControl.refuses(cost);
    }

    void add(byte[] part) {
        parts.add(part);
        setCost(cost + costOf(part));
    }

    /** Adds the only part, unless it is empty, and ends the stream. */
    void whole(byte[] payload) {
        if (!ended && payload.length > 0) {
            parts.add(payload);
            cost += costOf(payload);
        }
        finish();
    }

    void endWith(RuntimeException cause) {
        if (!ended) {
            failure = cause;
            finish();
        }
    }

    void abortWith(RuntimeException cause) {
        if (!ended) {
            parts.clear();
            cost = 0;
            endWith(cause);
        }
    }

    void close() {
        failure = new IllegalStateException("the stream was closed by this side");
        parts.clear();
        cost = 0;
        finish();
    }

    /** Ends the stream; afterwards reading is not paused for it. */
    void finish() {
        ended = true;
        flowControl.update(0);
    }

    void checkTime() {
        flowControl.checkTime(cost);
    }

    /** Registers the future of an asynchronous reader for the next part. */
    void await(CompletableFuture<byte[]> waiting) {
        if (reader != null) {
            throw new IllegalStateException("another read of the same stream has not completed yet");
        }
        reader = waiting;
    }

    boolean isAwaitedBy(CompletableFuture<byte[]> waiting) {
        return reader == waiting;
    }

    /** Takes the next part for the asynchronous reader, if any; the returned completion must run without the lock. */
    Runnable serveReader() {
        CompletableFuture<byte[]> waiting = reader;
        if (waiting == null || !hasNext()) {
            return PartsBuffer::noReader;
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

    boolean hasNext() {
        return ended || !parts.isEmpty();
    }

    /** Removes the next part; returns {@link #END} at the end, or throws the failure. */
    byte[] takeNext() {
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

    private void setCost(long newCost) {
        cost = newCost;
        flowControl.update(ended ? 0 : newCost);
    }

    private static long costOf(byte[] part) {
        return part.length + (long) COST_OF_A_PART;
    }
}
