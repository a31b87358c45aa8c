package org.gotalk.conformance;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.DecoderListener;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.internal.wire.message.StreamResultMessage;

/** Writes down what a decoder tells, in the words of {@link Seen}. */
public final class Recording implements DecoderListener {

    private final List<Object> events = new ArrayList<>();
    private Runnable afterEach = () -> {};

    /** What a decoder with ample limits tells of this stream. */
    public static List<Object> of(byte[] stream) {
        Recording recording = new Recording();
        new Decoder(4095, 1 << 20, recording).feed(ByteBuffer.wrap(stream));
        return recording.events();
    }

    /** The same, with the texts of errors alone: peers of ours get codes and data besides, which the tables leave out. */
    public static List<Object> withoutCodes(byte[] stream) {
        return of(stream).stream()
                .map(event -> event instanceof ErrorResult error ? withoutCode(error) : event)
                .toList();
    }

    private static Object withoutCode(ErrorResult error) {
        return new ErrorResult(error.id(), ErrorPayload.read(error.payload()).plain());
    }

    /** Runs after each event, within it. */
    public void afterEach(Runnable action) {
        afterEach = action;
    }

    /** What was told so far. */
    public List<Object> events() {
        return List.copyOf(events);
    }

    @Override
    public void versionAccepted() {
        add(new Seen.Version());
    }

    @Override
    public void oversizedRequest(RequestId id, String operation, long size) {
        add(new Seen.Oversized(id, operation, size));
    }

    @Override
    public void malformed(ErrorCode code, String detail) {
        add(new Seen.Malformed(code, detail));
    }

    @Override
    public void singleRequest(SingleRequest message) {
        add(message);
    }

    @Override
    public void streamRequest(StreamRequestMessage message) {
        add(message);
    }

    @Override
    public void streamRequestPart(StreamRequestPart message) {
        add(message);
    }

    @Override
    public void singleResult(SingleResult message) {
        add(message);
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        add(message);
    }

    @Override
    public void errorResult(ErrorResult message) {
        add(message);
    }

    @Override
    public void retryResult(RetryResult message) {
        add(message);
    }

    @Override
    public void notification(NotificationMessage message) {
        add(message);
    }

    @Override
    public void heartbeat(HeartbeatMessage message) {
        add(message);
    }

    @Override
    public void protocolError(ProtocolError message) {
        add(message);
    }

    private void add(Object event) {
        events.add(event);
        afterEach.run();
    }
}
