package org.gotalk.net.socket;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Direct buffers for writing, lent for the time of one write. A few are kept; more are made when many write at once. */
final class DirectBuffers {

    private static final int SIZE = 64 * 1024;
    private static final int KEPT = 16;

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    /** A buffer, to be {@linkplain #giveBack given back}. */
    ByteBuffer borrow() {
        ByteBuffer buffer = free.poll();
        return buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer;
    }

    void giveBack(ByteBuffer buffer) {
        boolean unused = free.offer(buffer);
    }
}
