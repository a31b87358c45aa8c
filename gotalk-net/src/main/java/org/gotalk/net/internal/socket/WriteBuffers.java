package org.gotalk.net.internal.socket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Direct buffers for threads that write to sockets. The JDK would keep one for every thread that writes from the heap, as
 * large as the largest that it has written.
 */
final class WriteBuffers {

    /** Most bytes that are read or written at once. */
    static final int CHUNK = 64 * 1024;

    private static final int MAX_BUFFERS = 8;

    @GuardedBy("itself")
    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    @GuardedBy("free")
    private int unmade = MAX_BUFFERS;

    /**
     * Writes with one of them.
     *
     * @return whether all was written; false also where no buffer is free, or the socket is broken, which the next write
     *     will find
     */
    boolean lend(Write write) {
        ByteBuffer buffer = take();
        if (buffer == null) {
            return false;
        }
        try {
            return write.with(buffer);
        } catch (IOException e) {
            return false;
        } finally {
            synchronized (free) {
                free.addFirst(buffer.clear());
            }
        }
    }

    private @Nullable ByteBuffer take() {
        synchronized (free) {
            if (free.isEmpty() && unmade > 0) {
                unmade--;
                return ByteBuffer.allocateDirect(CHUNK);
            }
            return free.poll();
        }
    }

    /** Writes as much as a socket takes; whether that was all. */
    @FunctionalInterface
    interface Write {

        boolean with(ByteBuffer buffer) throws IOException;
    }
}
