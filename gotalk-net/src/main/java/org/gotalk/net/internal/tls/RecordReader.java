package org.gotalk.net.internal.tls;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what comes into the records of TLS. One that is whole in what came is not copied; what there is of one that is
 * not is kept, in a buffer that grows with it.
 */
final class RecordReader {

    /** Largest record that any version allows. */
    static final int LARGEST = 5 + (1 << 14) + 2048;

    private static final int HEADER = 5;
    private static final int LENGTH_AT = 3;
    private static final int FIRST_SIZE = 64;

    private @Nullable ByteBuffer begun;

    /** The next record, of which all has come; null, with all bytes consumed, when the rest of it is still to come. */
    @Nullable
    ByteBuffer next(ByteBuffer bytes) throws TlsFailure {
        if (begun == null) {
            if (bytes.remaining() >= HEADER && bytes.remaining() >= length(bytes, bytes.position())) {
                return cut(bytes, length(bytes, bytes.position()));
            }
            if (!bytes.hasRemaining()) {
                return null;
            }
            begun = ByteBuffer.allocate(FIRST_SIZE);
        }
        ByteBuffer record = gathered(begun, bytes, HEADER);
        if (record.position() >= HEADER) {
            int length = length(record, 0);
            record = gathered(record, bytes, length);
            if (record.position() == length) {
                begun = null;
                return record.flip();
            }
        }
        begun = record;
        return null;
    }

    private static ByteBuffer cut(ByteBuffer bytes, int length) {
        ByteBuffer record = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return record;
    }

    /** The record with what it lacks to that size, as far as there is that much. */
    private static ByteBuffer gathered(ByteBuffer record, ByteBuffer bytes, int size) {
        int count = Math.min(Math.max(0, size - record.position()), bytes.remaining());
        ByteBuffer room = record;
        if (count > record.remaining()) {
            int needed = record.position() + count;
            room = ByteBuffer.allocate(Math.min(size, Math.max(needed, 2 * record.capacity())));
            room.put(record.flip());
        }
        return room.put(cut(bytes, count));
    }

    private static int length(ByteBuffer bytes, int at) throws TlsFailure {
        int length = HEADER + Short.toUnsignedInt(bytes.getShort(at + LENGTH_AT));
        if (length > LARGEST) {
            throw new TlsFailure("TLS record has " + length + " bytes, the limit is " + LARGEST);
        }
        return length;
    }
}
