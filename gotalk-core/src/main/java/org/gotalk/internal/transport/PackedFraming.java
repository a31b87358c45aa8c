package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;

/**
 * The framing of the subprotocol {@code gotalk.v1}: a plain stream of bytes, in which several frames may share a binary
 * message and large ones are split.
 */
final class PackedFraming implements WebSocketFraming {

    /** Maximum size of a sent message, in bytes. */
    static final int MAX_MESSAGE = 64 * 1024;

    @Override
    public Iterator<WebSocketMessage> messages(List<Frame> frames) {
        long size = 0;
        for (Frame frame : frames) {
            size += frame.size();
        }
        return new Packer(frames, size);
    }

    @Override
    public boolean supportsFullProtocol() {
        return true;
    }

    @Override
    public Boundary textBoundary() {
        return Boundary.NONE;
    }

    @Override
    public void received(boolean isText) {
        // Text and binary messages are the same stream.
    }

    /** Copies frames into messages. Does not change the frames' buffers. */
    private static final class Packer implements Iterator<WebSocketMessage> {

        private final List<Frame> frames;
        private int next; // frame
        private int taken; // bytes of it
        private long left;

        Packer(List<Frame> frames, long size) {
            this.frames = frames;
            this.left = size;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public WebSocketMessage next() {
            ByteBuffer packed = ByteBuffer.allocate((int) Math.min(MAX_MESSAGE, left));
            while (packed.hasRemaining()) {
                Frame frame = frames.get(next);
                take(frame.header(), taken, packed);
                take(frame.payload(), taken - frame.header().remaining(), packed);
                if (taken == frame.size()) {
                    next++;
                    taken = 0;
                }
            }
            left -= packed.position();
            return new WebSocketMessage(packed.flip(), false);
        }

        /** Copies the rest of one part of a frame, as far as there is room. */
        private void take(ByteBuffer part, int from, ByteBuffer to) {
            int count = Math.min(part.remaining() - from, to.remaining());
            if (count > 0) {
                to.put(to.position(), part, part.position() + from, count);
                to.position(to.position() + count);
                taken += count;
            }
        }
    }
}
