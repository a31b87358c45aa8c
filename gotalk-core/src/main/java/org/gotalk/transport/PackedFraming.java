package org.gotalk.transport;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The framing of the subprotocol {@code gotalk.v1}: the conversation is a plain stream of bytes, so that any number of
 * frames share a binary message and large ones are cut.
 */
final class PackedFraming implements WebSocketFraming {

    /** Largest message that is sent, in bytes. */
    static final int MAX_MESSAGE = 64 * 1024;

    @Override
    public Iterator<WebSocketMessage> messages(List<Frame> frames) {
        List<ByteBuffer> parts = new ArrayList<>(2 * frames.size());
        long size = 0;
        for (Frame frame : frames) {
            parts.add(frame.header().duplicate());
            parts.add(frame.payload().duplicate());
            size += frame.size();
        }
        return new Packer(parts, size);
    }

    @Override
    public boolean takesEveryMessage() {
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

    private static final class Packer implements Iterator<WebSocketMessage> {

        private final List<ByteBuffer> parts;
        private int next;
        private long left;

        Packer(List<ByteBuffer> parts, long size) {
            this.parts = parts;
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
                move(parts.get(next), packed);
                if (!parts.get(next).hasRemaining()) {
                    next++;
                }
            }
            left -= packed.position();
            return new WebSocketMessage(packed.flip(), false);
        }

        private static void move(ByteBuffer from, ByteBuffer to) {
            int count = Math.min(from.remaining(), to.remaining());
            to.put(from.slice(from.position(), count));
            from.position(from.position() + count);
        }
    }
}
