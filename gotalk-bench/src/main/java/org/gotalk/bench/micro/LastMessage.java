package org.gotalk.bench.micro;

import org.gotalk.wire.DecoderListener;
import org.gotalk.wire.ErrorCode;
import org.gotalk.wire.ErrorResult;
import org.gotalk.wire.Heartbeat;
import org.gotalk.wire.Message;
import org.gotalk.wire.Notification;
import org.gotalk.wire.ProtocolError;
import org.gotalk.wire.RequestId;
import org.gotalk.wire.RetryResult;
import org.gotalk.wire.SingleRequest;
import org.gotalk.wire.SingleResult;
import org.gotalk.wire.StreamRequest;
import org.gotalk.wire.StreamRequestPart;
import org.gotalk.wire.StreamResult;
import org.jspecify.annotations.Nullable;

/** Remembers the last message that was decoded. */
final class LastMessage implements DecoderListener {

    private @Nullable Message last;

    Message message() {
        Message message = last;
        if (message == null) {
            throw new IllegalStateException("nothing was decoded");
        }
        return message;
    }

    @Override
    public void versionAccepted() {}

    @Override
    public void oversizedRequest(RequestId id, String operation, long size) {
        throw new IllegalStateException("a request of " + size + " bytes");
    }

    @Override
    public void malformed(ErrorCode code, String detail) {
        throw new IllegalStateException(detail);
    }

    @Override
    public void singleRequest(SingleRequest message) {
        last = message;
    }

    @Override
    public void streamRequest(StreamRequest message) {
        last = message;
    }

    @Override
    public void streamRequestPart(StreamRequestPart message) {
        last = message;
    }

    @Override
    public void singleResult(SingleResult message) {
        last = message;
    }

    @Override
    public void streamResult(StreamResult message) {
        last = message;
    }

    @Override
    public void errorResult(ErrorResult message) {
        last = message;
    }

    @Override
    public void retryResult(RetryResult message) {
        last = message;
    }

    @Override
    public void notification(Notification message) {
        last = message;
    }

    @Override
    public void heartbeat(Heartbeat message) {
        last = message;
    }

    @Override
    public void protocolError(ProtocolError message) {
        last = message;
    }
}
