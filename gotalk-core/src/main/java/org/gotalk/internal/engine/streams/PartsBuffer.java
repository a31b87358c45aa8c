package org.gotalk.internal.engine.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.engine.inbound.StreamFlowControl;
import org.jspecify.annotations.Nullable;

/** What came of one stream and was not read yet, and who waits for it. Used under the lock of {@link InboundParts}. */
final class PartsBuffer {

    private final StreamFlowControl gate;
    private final Deque<byte[]> parts = new ArrayDeque<>();
    private long cost; // of the parts
    private boolean ended; // no part comes any more
    private @Nullable RuntimeException failure; // in place of the end
    private @Nullable CompletableFuture<byte[]> reader; // waits for the next part

    PartsBuffer(StreamFlowControl gate) {
        this.gate = gate;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether a part is one too many. */
    boolean refuses() {
        return gate.refuses(cost);
    }

    void add(byte[] part) {
        parts.add(part);
        holds(cost + costOf(part));
    }

    /** All that there is came at once. */
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

    /** The peer need not be slowed for what waits when nothing more comes. */
    void finish() {
        ended = true;
        gate.holds(0);
    }

    void lookAtTheTime() {
        gate.lookAtTheTime(cost);
    }

    /** This waits for the next part from now on. */
    void await(CompletableFuture<byte[]> waiting) {
        if (reader != null) {
            throw new IllegalStateException("another read of the same stream has not completed yet");
        }
        reader = waiting;
    }

    boolean isAwaitedBy(CompletableFuture<byte[]> waiting) {
        return reader == waiting;
    }

    /** Gives a reader that waits without a thread what it waits for, to be run without the lock. */
    Runnable serveReader() {
        CompletableFuture<byte[]> waiting = reader;
        if (waiting == null || !hasNext()) {
            return PartsBuffer::nobodyWaits;
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

    boolean hasNext() {
        return ended || !parts.isEmpty();
    }

    /** The next part, or {@link InboundParts#END}; throws what came in place of the end. */
    byte[] takeNext() {
        byte[] part = parts.poll();
        if (part != null) {
            holds(cost - costOf(part));
            return part;
        }
        if (failure != null) {
            throw failure;
        }
        return InboundParts.END;
    }

    private void holds(long newCost) {
        cost = newCost;
        gate.holds(ended ? 0 : newCost);
    }

    private static long costOf(byte[] part) {
        return part.length + (long) InboundParts.COST_OF_A_PART;
    }
}
