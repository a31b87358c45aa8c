package org.gotalk.internal.engine.outbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** A write to a stream: one part, or the pieces of a large part, queued as there is room. */
public final class LaneWrite {

    final Deque<QueuedMessage> left = new ArrayDeque<>(); // not queued yet; under the outbox's lock
    final boolean needsRoom;
    private final CompletableFuture<Boolean> queued = new CompletableFuture<>();
    private volatile boolean refused; // written under the outbox's lock

    LaneWrite(boolean needsRoom) {
        this.needsRoom = needsRoom;
    }

    /** Whether it was queued; false if the lane has ended. Completes on any thread. */
    public CompletableFuture<Boolean> queued() {
        return queued;
    }

    /** Whether the lane had ended; set before {@link #queued()} completes. */
    public boolean isRefused() {
        return refused;
    }

    LaneWrite settled(boolean success) {
        refused = !success;
        left.clear();
        return this;
    }

    /** Completes {@link #queued()}. Must be called without a lock. */
    void notifyWriter() {
        queued.complete(!refused);
    }
}
