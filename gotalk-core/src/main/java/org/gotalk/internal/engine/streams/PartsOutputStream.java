package org.gotalk.internal.engine.streams;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.gotalk.GotalkException;
import org.gotalk.StreamWriter;

/** Buffers bytes into parts. Not thread-safe. */
final class PartsOutputStream extends OutputStream {

    private final StreamWriter writer;
    private final Runnable whenClosed;
    private final byte[] gathered;
    private int count;
    private boolean closed;

    PartsOutputStream(StreamWriter writer, int partSize, Runnable whenClosed) {
        this.writer = writer;
        this.whenClosed = whenClosed;
        this.gathered = new byte[partSize];
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("the stream was closed by this side");
        }
        int end = offset + length;
        for (int from = offset; from < end; ) {
            int taken = Math.min(end - from, gathered.length - count);
            System.arraycopy(bytes, from, gathered, count, taken);
            count += taken;
            from += taken;
            if (count == gathered.length) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (count == 0) {
            return;
        }
        try {
            writer.write(take());
        } catch (GotalkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Removes and returns the buffered bytes. */
    byte[] take() {
        byte[] part = Arrays.copyOf(gathered, count);
        count = 0;
        return part;
    }

    /** If the last part cannot be written, the stream does not end normally. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            flush();
            whenClosed.run();
        }
    }
}
