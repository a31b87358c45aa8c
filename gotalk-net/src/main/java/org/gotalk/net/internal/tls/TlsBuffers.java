package org.gotalk.net.internal.tls;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers for all connections, lent for the time of one read or one send: a connection at rest has none. A few are kept;
 * more are made when many are busy at once.
 */
final class TlsBuffers {

    /** Room for four of the largest records that are sent, which is a batch of the outbox; or for what four bring. */
    static final int SIZE = 68 * 1024;

    private static final int KEPT = 16;

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    /** An empty buffer, to be {@linkplain #giveBack given back}. */
    ByteBuffer borrow() {
        ByteBuffer buffer = free.poll();
        return buffer == null ? ByteBuffer.allocate(SIZE) : buffer.clear();
    }

    void giveBack(ByteBuffer buffer) {
        free.offer(buffer);
    }
}
