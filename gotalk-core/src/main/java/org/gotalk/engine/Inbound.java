package org.gotalk.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.NotificationHandler;
import org.gotalk.RequestHandler;
import org.gotalk.wire.DecoderListener;
import org.gotalk.wire.ErrorCode;
import org.gotalk.wire.ErrorResult;
import org.gotalk.wire.Heartbeat;
import org.gotalk.wire.Notification;
import org.gotalk.wire.ProtocolError;
import org.gotalk.wire.RequestId;
import org.gotalk.wire.RetryResult;
import org.gotalk.wire.SingleRequest;
import org.gotalk.wire.SingleResult;
import org.gotalk.wire.StreamRequest;
import org.gotalk.wire.StreamRequestPart;
import org.gotalk.wire.StreamResult;

/** Takes each message of the peer to where it belongs. Runs on the reading thread, so it only looks up and queues. */
final class Inbound implements DecoderListener {

    private static final Logger LOG = System.getLogger("org.gotalk");

    private final Connection connection;
    private final Settings settings;
    private final Caller caller;
    private final Answers answers;
    private final RequestQueue requests;
    private final SerialQueue serial;
    private final Backpressure backpressure;
    private final Outbox outbox;
    private long unread; // bytes of answers without a permit since the outbox was full

    Inbound(
            Connection connection,
            Settings settings,
            Caller caller,
            Answers answers,
            RequestQueue requests,
            SerialQueue serial,
            Backpressure backpressure,
            Outbox outbox) {
        this.connection = connection;
        this.settings = settings;
        this.caller = caller;
        this.answers = answers;
        this.requests = requests;
        this.serial = serial;
        this.backpressure = backpressure;
        this.outbox = outbox;
    }

    @Override
    public void versionAccepted() {
        connection.handshakeDone();
    }

    @Override
    public void singleRequest(SingleRequest message) {
        Optional<RequestHandler> handler = settings.handlers().findRequestHandler(message.operation());
        if (handler.isEmpty()) {
            refuse(message.id(), "unknown operation \"" + message.operation() + "\"");
            return;
        }
        InboundRequest request = new InboundRequest(message, handler.get(), connection.sock(), answers);
        if (backpressure.refusesToWait()) {
            answered(RequestQueue.refuse(request));
        } else {
            requests.add(request);
        }
    }

    @Override
    public void oversizedRequest(RequestId id, String operation, long size) {
        refuse(
                id,
                "payload of \"" + operation + "\" has " + size + " bytes, the limit is "
                        + settings.limits().maxPayload());
    }

    @Override
    public void streamRequest(StreamRequest message) {
        refuse(message.id(), "stream requests not supported");
    }

    /** May have been under way when its stream was refused. */
    @Override
    public void streamRequestPart(StreamRequestPart message) {}

    @Override
    public void singleResult(SingleResult message) {
        caller.result(message);
    }

    @Override
    public void streamResult(StreamResult message) {
        caller.streamResult(message);
    }

    @Override
    public void errorResult(ErrorResult message) {
        caller.error(message);
    }

    @Override
    public void retryResult(RetryResult message) {
        caller.retry(message);
    }

    @Override
    public void notification(Notification message) {
        settings.handlers()
                .findNotificationHandler(message.name())
                .ifPresentOrElse(
                        handler -> notification(message, handler),
                        () -> LOG.log(Level.DEBUG, () -> "nobody handles notification \"" + message.name() + "\""));
    }

    @Override
    public void heartbeat(Heartbeat message) {
        // Any bytes count as a sign of life.
    }

    @Override
    public void protocolError(ProtocolError message) {
        ErrorCode code = ErrorCode.of(message.code());
        connection.close(CloseReason.of(CloseCodes.code(code), "the peer reports a protocol error"));
    }

    @Override
    public void malformed(ErrorCode code, String detail) {
        connection.protocolError(code, detail);
    }

    private void notification(Notification message, NotificationHandler handler) {
        if (backpressure.refusesToWait()) {
            // It can be neither refused nor lost, and what waits is bounded.
            connection.abort(CloseReason.of(
                    CloseReason.Code.ABNORMAL, "too many notifications wait, the last is \"" + message.name() + "\""));
            return;
        }
        int size = message.payload().size();
        backpressure.entered(size);
        serial.add(() -> {
            backpressure.left(size);
            handle(message, handler);
        });
    }

    private void handle(Notification message, NotificationHandler handler) {
        try {
            handler.handle(connection.sock(), message.name(), message.payload().bytes());
        } catch (Throwable thrown) {
            // There is nobody to answer; the connection and the next notification are not concerned.
            LOG.log(
                    Level.ERROR,
                    "notification \"" + message.name() + "\" of "
                            + connection.sock().id() + " failed",
                    thrown);
        }
    }

    private void refuse(RequestId id, String text) {
        answered(answers.error(id, text));
    }

    /**
     * Such answers have no permit that would bound them. A peer that sends what calls for them and does not read them is
     * slowed first, and closed once they, too, reach the outbox's limit.
     */
    private void answered(int bytes) {
        unread = outbox.isFull() ? unread + bytes : 0;
        if (unread > settings.limits().maxOutbound()) {
            connection.abort(CloseReason.of(CloseReason.Code.ABNORMAL, "the peer does not read its answers"));
        } else {
            backpressure.outboxChanged();
        }
    }
}
