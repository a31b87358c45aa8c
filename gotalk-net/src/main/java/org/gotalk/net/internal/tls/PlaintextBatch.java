package org.gotalk.net.internal.tls;

import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;

/** Frames on their way into records, whose borders are not theirs. */
final class PlaintextBatch {

    private final ByteBuffer[] buffers;
    private final SendCompletion completion;
    private int next; // the first buffer of which something may be left

    PlaintextBatch(List<Frame> frames, SendCompletion completion) {
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

    /** Whether all of it is in records. */
    boolean isSealed() {
        while (next < buffers.length && !buffers[next].hasRemaining()) {
            next++;
        }
        return next == buffers.length;
    }

    /** Makes the next record of it. */
    SSLEngineResult seal(SSLEngine engine, ByteBuffer record) throws SSLException {
        return engine.wrap(buffers, next, buffers.length - next, record);
    }
}
