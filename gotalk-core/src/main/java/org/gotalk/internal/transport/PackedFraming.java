package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;

/**
 * The framing of the subprotocol {@code gotalk.v1}: the conversation is a plain stream of bytes, so that any number of
 * frames share a binary message and large ones are cut.
 */
final class PackedFraming implements WebSocketFraming {

    /** Largest message that is sent, in bytes. */
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
        // Both are the same stream here.
    }

    /** Copies frames into messages, from where the one before ended. The frames' buffers are left as they are. */
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

        /** Takes what is left of one part of a frame, as far as there is room. */
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
