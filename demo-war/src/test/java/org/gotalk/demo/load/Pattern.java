package org.gotalk.demo.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Bytes of any number that are the same on both sides and differ from place to place, made and checked without keeping
 * them.
 */
final class Pattern extends InputStream {

    private static final int BLOCK = 1 << 20;
    /** Not a divisor of any buffer's size, so that a part that is missing or comes twice shows. */
    private static final int PERIOD = BLOCK - 3;

    private static final byte[] BYTES = bytes();

    private final long length;
    private long position;

    /** A stream of so many bytes. */
    Pattern(long length) {
        this.length = length;
    }

    /** The checksum of so many bytes. */
    static long checksum(long length) {
        CRC32 checksum = new CRC32();
        for (long done = 0; done < length; done += PERIOD) {
            checksum.update(BYTES, 0, (int) Math.min(PERIOD, length - done));
        }
        return checksum.getValue();
    }

    @Override
    public int read() {
        return position == length ? -1 : BYTES[(int) (position++ % PERIOD)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (position == length) {
            return -1;
        }
        int at = (int) (position % PERIOD);
        int copied = (int) Math.min(Math.min(count, PERIOD - at), length - position);
        System.arraycopy(BYTES, at, into, offset, copied);
        position += copied;
        return copied;
    }

    private static byte[] bytes() {
        byte[] random = new byte[PERIOD];
        new Random(1).nextBytes(random);
        return random;
    }
}
