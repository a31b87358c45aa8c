package org.gotalk.internal.engine.streams;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.gotalk.GotalkException;
import org.gotalk.StreamReader;

/** The bytes of a stream without the boundaries of its parts. Not thread-safe. */
final class PartsInputStream extends InputStream {

    private static final byte[] NONE = {};

    private final StreamReader reader;
    private byte[] part = NONE;
    private int at;
    private boolean ended;
    private boolean closed;

    PartsInputStream(StreamReader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        return fill() ? part[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, offset, taken);
        at += taken;
        return taken;
    }

    @Override
    public int available() {
        return part.length - at;
    }

    @Override
    public void close() {
        closed = true;
        part = NONE;
        at = 0;
        reader.close();
    }

    /** Whether there is a byte to read; waits for the next part. */
    private boolean fill() throws IOException {
        if (closed) {
            throw new IOException("the stream was closed by this side");
        }
        if (at == part.length && !ended) {
            part = next();
            at = 0;
            ended = part.length == 0;
        }
        return at < part.length;
    }

    private byte[] next() throws IOException {
        try {
            return reader.read().orElse(NONE);
        } catch (GotalkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
