package org.gotalk.internal.engine.outbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** A write to a stream: one part, or the pieces of a large one, which are queued one after the other as there is room. */
public final class LaneWrite {

    final Deque<QueuedMessage> left = new ArrayDeque<>(); // not queued yet; under the outbox's lock
    final boolean needsRoom;
    private final CompletableFuture<Boolean> queued = new CompletableFuture<>();
    private volatile boolean refused; // written under the outbox's lock

    LaneWrite(boolean needsRoom) {
        this.needsRoom = needsRoom;
    }

    /** Whether it was queued in the end; false if the lane takes nothing more. Completes on any thread. */
    public CompletableFuture<Boolean> queued() {
        return queued;
    }

    /** Whether the lane took nothing more; known at once, also before anybody is told. */
    public boolean isRefused() {
        return refused;
    }

    LaneWrite settled(boolean success) {
        refused = !success;
        left.clear();
        return this;
    }

    /** Tells who waits. Not to be called while a lock is held. */
    void tell() {
        queued.complete(!refused);
    }
}
