package org.gotalk.jakarta.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Buffers outside the heap for sends on the current thread, in all sessions of an application together. There are as many
 * as threads may be in such a send at once, which bounds those that slow peers can hold up.
 *
 * <p>Open Liberty makes a new buffer for each blocking send from the heap and leaves it to the garbage collector.
 */
final class SendBufferPool {

    /** Bytes of a buffer: as many as a packed message has at most. Longer ones are sent from where they are. */
    static final int BUFFER = 64 * 1024;

    @GuardedBy("itself")
    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    @GuardedBy("free")
    private int unmade;

    /** A pool whose buffers are made when they are needed for the first time. */
    SendBufferPool(int max) {
        unmade = max;
    }

    /** A buffer; none while all are in use. The one that was given back last is the first to be taken. */
    Optional<ByteBuffer> take() {
        synchronized (free) {
            if (free.isEmpty() && unmade > 0) {
                unmade--;
                return Optional.of(ByteBuffer.allocateDirect(BUFFER));
            }
            return Optional.ofNullable(free.pollFirst());
        }
    }

    void giveBack(ByteBuffer buffer) {
        synchronized (free) {
            free.addFirst(buffer);
        }
    }
}
