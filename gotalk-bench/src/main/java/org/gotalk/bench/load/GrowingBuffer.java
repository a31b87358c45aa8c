package org.gotalk.bench.load;

import java.nio.ByteBuffer;

/** Bytes that wait to be written. */
final class GrowingBuffer {

    private ByteBuffer buffer = ByteBuffer.allocateDirect(4 * 1024);

    /** Room for so many bytes more. */
    ByteBuffer room(int size) {
        if (buffer.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(2 * buffer.capacity(), buffer.position() + size));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    boolean isEmpty() {
        return buffer.position() == 0;
    }

    /** To be read; {@link #written} afterwards. */
    ByteBuffer toWrite() {
        return buffer.flip();
    }

    void written() {
        buffer.compact();
    }
}
