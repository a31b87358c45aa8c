package org.gotalk.internal.engine.inbound;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.OperationException;
import org.gotalk.PayloadException;
import org.gotalk.RetryLater;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleResult;

/** Sends results of the peer's requests: payloads, errors and retries. */
public final class ResultSender {

    private final String sockId;
    private final Outbox outbox;

    public ResultSender(String sockId, Outbox outbox) {
        this.sockId = sockId;
        this.outbox = outbox;
    }

    /** Sends a result. */
    void result(RequestId id, byte[] payload) {
        outbox.force(EncodedMessage.of(new SingleResult(id, Payload.of(payload))));
    }

    /** Sends an error result; returns its bytes. */
    public int error(RequestId id, String text) {
        return send(new ErrorResult(id, Payload.utf8(text)));
    }

    /** Sends a retry result; returns its bytes. */
    public int retry(RequestId id, Duration delay, String reason) {
        return send(refusal(id, delay, reason));
    }

    /** Sends the result of a failed handler. */
    void failure(RequestId id, String operation, Throwable thrown) {
        outbox.force(EncodedMessage.of(failed(id, operation, thrown)));
    }

    /** Converts a handler's failure to the message for the peer; the only place that does. */
    public Message failed(RequestId id, String operation, Throwable thrown) {
        Throwable failure = FailureCause.of(thrown);
        if (failure instanceof RetryLater later) {
            return refusal(id, later.delay(), later.getMessage());
        }
        boolean isForThePeer = failure instanceof OperationException || failure instanceof PayloadException;
        String text = isForThePeer
                ? String.valueOf(failure.getMessage())
                : "internal error (" + logged(operation, failure) + ")";
        return new ErrorResult(id, Payload.utf8(text));
    }

    /** Peers without retry results get an error result with the text. */
    private Message refusal(RequestId id, Duration delay, String reason) {
        Payload text = Payload.utf8(reason);
        return outbox.supportsFullProtocol() ? new RetryResult(id, delay.toMillis(), text) : new ErrorResult(id, text);
    }

    /** Logs a failure; returns the id in the log. */
    public String logged(String operation, Throwable failure) {
        String errorId = "%08x".formatted(ThreadLocalRandom.current().nextInt());
        LOG.log(Level.ERROR, "operation \"" + operation + "\" of " + sockId + " failed, id " + errorId, failure);
        return errorId;
    }

    private int send(Message message) {
        EncodedMessage encoded = EncodedMessage.of(message);
        outbox.force(encoded);
        return encoded.size();
    }
}
