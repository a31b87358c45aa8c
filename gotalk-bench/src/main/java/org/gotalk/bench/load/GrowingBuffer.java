package org.gotalk.bench.load;

import java.nio.ByteBuffer;

/** Bytes that wait to be written. They stay where they are while there is room behind them: much may wait. */
final class GrowingBuffer {

    private ByteBuffer buffer = ByteBuffer.allocateDirect(4 * 1024);
    private ByteBuffer unwritten = buffer.duplicate().limit(0);

    /** Room for so many bytes more. */
    ByteBuffer room(int size) {
        if (buffer.remaining() < size) {
            int waiting = buffer.position() - unwritten.position();
            ByteBuffer source = unwritten.limit(buffer.position());
            buffer = waiting + size <= buffer.capacity() / 2
                    ? buffer.clear()
                    : ByteBuffer.allocateDirect(Math.max(2 * buffer.capacity(), waiting + size));
            buffer.put(source);
            unwritten = buffer.duplicate().position(0);
        }
        return buffer;
    }

    boolean isEmpty() {
        return buffer.position() == unwritten.position();
    }

    /** To be read; {@link #written} afterwards. */
    ByteBuffer toWrite() {
        return unwritten.limit(buffer.position());
    }

    void written() {
        if (isEmpty()) {
            buffer.clear();
            unwritten.position(0);
        }
    }
}
