package org.gotalk.demo.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * What came of a stream.
 *
 * @param bytes how many bytes
 * @param checksum over all of them, CRC-32
 */
public record Tally(long bytes, long checksum) {

    private static final int BUFFER = 64 * 1024;

    /** Reads a stream to its end. */
    static Tally of(InputStream stream) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream checked = new CheckedInputStream(stream, checksum)) {
            for (int count = checked.read(buffer); count >= 0; count = checked.read(buffer)) {
                bytes += count;
            }
        }
        return new Tally(bytes, checksum.getValue());
    }

    /** What is to be expected of a {@link Pattern}. */
    static Tally ofPattern(long bytes) {
        return new Tally(bytes, Pattern.checksum(bytes));
    }
}
