package org.gotalk.bench.micro;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** A network that takes everything at once, and forgets it. For one thread. */
final class MemoryTransport implements Transport {

    private @Nullable TransportListener listener;
    private @Nullable SendCompletion held;
    private boolean isSlow;
    private long sent;

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
    }

    /** Bytes come from the peer. */
    void receive(ByteBuffer bytes) {
        TransportListener told = listener;
        if (told == null) {
            throw new IllegalStateException("not started");
        }
        told.received(bytes, Boundary.NONE);
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("reading was paused, so that the figures would be wrong");
        }
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        for (Frame frame : frames) {
            sent += frame.size();
        }
        if (isSlow) {
            held = completion;
        } else {
            completion.sent();
        }
    }

    /** Sends are not complete until the network is quick again. */
    void slow() {
        isSlow = true;
    }

    void quick() {
        isSlow = false;
        SendCompletion waiting = held;
        held = null;
        if (waiting != null) {
            waiting.sent();
        }
    }

    /** How many bytes were sent. */
    long sent() {
        return sent;
    }

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}

    @Override
    public void close(int code, String reason) {
        TransportListener told = listener;
        listener = null;
        if (told != null) {
            told.closed(code, reason);
        }
    }

    @Override
    public boolean supportsFullProtocol() {
        return true;
    }
}
