package org.gotalk.net.internal.socket;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** Another transport, whose reads and sends are counted. */
record CountingTransport(Transport counted, AtomicInteger reads, AtomicInteger sends) implements Transport {

    @Override
    public void start(TransportListener listener) {
        counted.start(new TransportListener() {
            @Override
            public void received(ByteBuffer bytes, Boundary boundary) {
                reads.incrementAndGet();
                listener.received(bytes, boundary);
            }

            @Override
            public void receivedEnd() {
                listener.receivedEnd();
            }

            @Override
            public void closed(int code, String detail) {
                listener.closed(code, detail);
            }
        });
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        sends.incrementAndGet();
        counted.send(frames, completion);
    }

    @Override
    public void pauseReading() {
        counted.pauseReading();
    }

    @Override
    public void resumeReading() {
        counted.resumeReading();
    }

    @Override
    public void close(int code, String reason) {
        counted.close(code, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return counted.supportsFullProtocol();
    }
}
