package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;

/**
 * Frames on their way into a socket that takes some bytes at a time. They are copied into a direct buffer piece by piece:
 * the JDK would do as much for each of their buffers, with a buffer of its own that it keeps for every thread.
 */
final class OutgoingBatch {

    private final ByteBuffer[] buffers;
    private final SendCompletion completion;
    private int next; // the first buffer of which something is left
    private long written; // since it was asked for

    OutgoingBatch(List<Frame> frames, SendCompletion completion) {
        this.completion = completion;
        this.buffers = new ByteBuffer[2 * frames.size()];
        int i = 0;
        for (Frame frame : frames) {
            buffers[i++] = frame.header().duplicate();
            buffers[i++] = frame.payload().duplicate();
        }
    }

    /** To be told once how it ended. */
    SendCompletion completion() {
        return completion;
    }

    /** Writes as much as the channel takes; whether that was all. */
    boolean writeTo(WritableByteChannel channel, ByteBuffer direct) throws IOException {
        while (next < buffers.length) {
            fill(direct.clear());
            direct.flip();
            int filled = direct.remaining();
            int count = channel.write(direct);
            consume(count);
            written += count;
            if (count < filled) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes the channel has taken since this was asked last. */
    long takeWritten() {
        long taken = written;
        written = 0;
        return taken;
    }

    private void fill(ByteBuffer direct) {
        for (int i = next; i < buffers.length && direct.hasRemaining(); i++) {
            ByteBuffer source = buffers[i];
            int bytes = Math.min(source.remaining(), direct.remaining());
            direct.put(direct.position(), source, source.position(), bytes);
            direct.position(direct.position() + bytes);
        }
    }

    private void consume(int count) {
        int left = count;
        while (next < buffers.length && left >= buffers[next].remaining()) {
            left -= buffers[next].remaining();
            next++;
        }
        if (left > 0) {
            buffers[next].position(buffers[next].position() + left);
        }
    }
}
