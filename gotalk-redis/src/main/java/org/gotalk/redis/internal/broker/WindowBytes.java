package org.gotalk.redis.internal.broker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.OutboxFullException;
import org.jspecify.annotations.Nullable;

/** The size of what the engine has not acknowledged yet, with a limit. Thread-safe. */
final class WindowBytes {

    private final long max;

    @GuardedBy("this")
    private int messages;

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private @Nullable CompletableFuture<Void> room;

    WindowBytes(long max) {
        this.max = max;
    }

    /** Adds a message, unless others wait and it would be too much. */
    synchronized boolean enter(int size) {
        if (messages > 0 && bytes + size > max) {
            return false;
        }
        messages++;
        bytes += size;
        return true;
    }

    /** A message is acknowledged, or given up. */
    void left(int size) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            messages--;
            bytes -= size;
            waiting = bytes < max ? room : null;
            room = waiting == null ? room : null;
        }
        if (waiting != null) {
            boolean unused = waiting.complete(null);
        }
    }

    /** Completes when a message may be let in again. */
    synchronized CompletionStage<Void> room() {
        if (bytes < max) {
            return CompletableFuture.completedStage(null);
        }
        if (room == null) {
            room = new CompletableFuture<>();
        }
        return room.minimalCompletionStage();
    }

    synchronized OutboxFullException refusal() {
        return OutboxFullException.ofWaiting(messages, bytes);
    }
}
