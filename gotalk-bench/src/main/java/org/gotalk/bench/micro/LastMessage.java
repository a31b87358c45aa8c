package org.gotalk.bench.micro;

import org.gotalk.internal.wire.DecoderListener;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.internal.wire.message.StreamResultMessage;
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
    public void streamRequest(StreamRequestMessage message) {
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
    public void streamResult(StreamResultMessage message) {
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
    public void notification(NotificationMessage message) {
        last = message;
    }

    @Override
    public void heartbeat(HeartbeatMessage message) {
        last = message;
    }

    @Override
    public void protocolError(ProtocolError message) {
        last = message;
    }
}
