package org.gotalk.jakarta.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Direct buffers for sends on the current thread, shared by all sessions of an application. Their number bounds the
 * threads in such a send, and so those that slow peers can block.
 *
 * <p>Open Liberty otherwise allocates a new buffer on the heap for each blocking send.
 */
final class SendBufferPool {

    /** Size of a buffer: the maximum size of a packed message. Larger messages are not copied. */
    static final int BUFFER = 64 * 1024;

    @GuardedBy("itself")
    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    @GuardedBy("free")
    private int unmade;

    /** Creates a pool whose buffers are allocated on demand. */
    SendBufferPool(int max) {
        unmade = max;
    }

    /** Takes a buffer, the last returned first; empty while all are in use. */
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
