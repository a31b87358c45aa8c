package org.gotalk.cdi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gotalk.transport.Boundary;
import org.gotalk.transport.Frame;
import org.gotalk.transport.SendCompletion;
import org.gotalk.transport.Transport;
import org.gotalk.transport.TransportListener;

/** A peer that says its version, and then neither says nor reads anything. */
final class SilentPeer implements Transport {

    @Override
    public void start(TransportListener listener) {
        listener.received(ByteBuffer.wrap("01".getBytes(StandardCharsets.US_ASCII)), Boundary.NONE);
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {}

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public boolean takesEveryMessage() {
        return true;
    }
}
