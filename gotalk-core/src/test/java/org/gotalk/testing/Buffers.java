package org.gotalk.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** What is in buffers, without moving them. */
public final class Buffers {

    private Buffers() {}

    /** The bytes of one. */
    public static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** The bytes of several, one after the other. */
    public static byte[] bytes(Iterable<ByteBuffer> buffers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        buffers.forEach(buffer -> bytes.writeBytes(bytes(buffer)));
        return bytes.toByteArray();
    }
}
