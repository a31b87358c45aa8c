package org.gotalk.internal.engine.inbound;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.PayloadException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.internal.concurrent.BusyFailures;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.engine.observed.ObservedConnection;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.LogSubject;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleResult;

/** Sends results of the peer's requests: payloads, errors and retries. */
public final class ResultSender {

    private static final String BUSY = "too busy, try again later";

    private final Sock sock;
    private final Outbox outbox;
    private final ObservedConnection observed;
    private final Limits limits;
    private final ErrorEncoder errors;

    public ResultSender(Sock sock, Outbox outbox, ObservedConnection observed, EngineSettings settings) {
        this.sock = sock;
        this.outbox = outbox;
        this.observed = observed;
        this.limits = settings.limits();
        this.errors = new ErrorEncoder(outbox, settings.codec());
    }

    /** Sends a result. */
    void result(RequestId id, byte[] payload) {
        outbox.force(EncodedMessage.of(new SingleResult(id, Payload.of(payload))));
    }

    /** Sends an error result for a request that does not run; returns its bytes. */
    public int error(RequestId id, ErrorPayload error) {
        observed.refused(error.code());
        return send(failed(id, error));
    }

    /** Sends a retry result for a request that does not run; returns its bytes. */
    public int retry(RequestId id, Duration delay, String reason) {
        observed.refused(StandardCodes.BUSY);
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
        if (BusyFailures.include(failure)) {
            return refusal(id, RetryDelay.random(limits), BUSY);
        }
        if (failure instanceof OperationException error) {
            return new ErrorResult(id, errors.encoded(error, operation));
        }
        if (failure instanceof PayloadException invalid) {
            return failed(id, ErrorPayload.of(StandardCodes.INVALID_PAYLOAD, textOf(operation, invalid)));
        }
        String text = "internal error (" + logged(operation, failure) + ")";
        return failed(id, ErrorPayload.of(StandardCodes.INTERNAL, text));
    }

    /** Converts an error to the message for the peer. */
    public Message failed(RequestId id, ErrorPayload error) {
        return new ErrorResult(id, errors.encoded(error));
    }

    /** Peers without retry results get an error result with the text. */
    private Message refusal(RequestId id, Duration delay, String reason) {
        return outbox.supportsFullProtocol()
                ? new RetryResult(id, delay.toMillis(), Payload.utf8(reason))
                : failed(id, ErrorPayload.of(StandardCodes.BUSY, reason));
    }

    /** Logs a failure; returns the id in the log. */
    public String logged(String operation, Throwable failure) {
        String errorId = newErrorId();
        LOG.log(Level.ERROR, described(operation) + " failed, id " + errorId, failure);
        return errorId;
    }

    /** With the id under which the log has the cause, if there is one. */
    private String textOf(String operation, PayloadException invalid) {
        return invalid.getCause() == null
                ? invalid.getMessage()
                : invalid.getMessage() + " (" + logged(operation, invalid) + ")";
    }

    /** One line: it is the peer's mistake, which may come often. */
    private String logged(String operation, PayloadException invalid) {
        String errorId = newErrorId();
        InvalidPayloads.log(described(operation) + ", id " + errorId, invalid);
        return errorId;
    }

    private String described(String operation) {
        return LogSubject.of("operation", operation, sock);
    }

    private static String newErrorId() {
        return "%08x".formatted(ThreadLocalRandom.current().nextInt());
    }

    private int send(Message message) {
        EncodedMessage encoded = EncodedMessage.of(message);
        outbox.force(encoded);
        return encoded.size();
    }
}
