package org.gotalk.test.internal;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** Writes down what a peer sends and receives, before the other end and the peer see it. */
final class RecordedTransport implements Transport {

    private static final int MOST_NAME = 4095;
    private static final int MOST_PAYLOAD = 64 * 1024 * 1024;

    private final Transport transport;
    private final MessageLog log;
    private final Decoder sent;
    private volatile boolean closing;

    RecordedTransport(Transport transport, MessageLog log) {
        this.transport = transport;
        this.log = log;
        this.sent = decoder(new MessageText(line -> log.add("> " + line), notification -> {}));
    }

    private static Decoder decoder(MessageText text) {
        return new Decoder(MOST_NAME, MOST_PAYLOAD, text);
    }

    @Override
    public void start(TransportListener listener) {
        transport.start(new Received(listener));
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        for (Frame frame : frames) {
            sent.feed(frame.header().duplicate());
            sent.feed(frame.payload().duplicate());
        }
        transport.send(frames, completion);
    }

    @Override
    public void pauseReading() {
        transport.pauseReading();
    }

    @Override
    public void resumeReading() {
        transport.resumeReading();
    }

    @Override
    public void close(int code, String reason) {
        log.add(closed("> ", code, reason));
        closing = true;
        transport.close(code, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return transport.supportsFullProtocol();
    }

    @Override
    public boolean supportsExtensions() {
        return transport.supportsExtensions();
    }

    private static String closed(String direction, int code, String reason) {
        return (direction + "close " + code + " " + reason).stripTrailing();
    }

    private final class Received implements TransportListener {

        private final TransportListener listener;
        private final Decoder decoder = decoder(new MessageText(line -> log.add("< " + line), log::received));
        private int known; // bytes written down that the listener has left

        Received(TransportListener listener) {
            this.listener = listener;
        }

        @Override
        public void received(ByteBuffer bytes, Boundary boundary) {
            int size = bytes.remaining();
            int repeated = Math.min(known, size);
            decoder.feed(bytes.duplicate().position(bytes.position() + repeated));
            listener.received(bytes, boundary);
            known = known - repeated + bytes.remaining();
        }

        @Override
        public void receivedEnd() {
            listener.receivedEnd();
        }

        @Override
        public void closed(int code, String detail) {
            if (!closing) {
                log.add(RecordedTransport.closed("< ", code, detail));
            }
            listener.closed(code, detail);
        }
    }
}
