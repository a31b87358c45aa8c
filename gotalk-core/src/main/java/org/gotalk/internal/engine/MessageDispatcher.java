package org.gotalk.internal.engine;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.NotificationHandler;
import org.gotalk.PayloadException;
import org.gotalk.StandardCodes;
import org.gotalk.StreamHandler;
import org.gotalk.internal.engine.calls.RequestIds;
import org.gotalk.internal.engine.calls.ResultReceiver;
import org.gotalk.internal.engine.credentials.ReservedOperations;
import org.gotalk.internal.engine.inbound.InboundRequest;
import org.gotalk.internal.engine.inbound.InvalidPayloads;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.inbound.RetryDelay;
import org.gotalk.internal.engine.shared.DispatchHeuristic;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.LogSubject;
import org.gotalk.internal.engine.streams.InboundStreams;
import org.gotalk.internal.wire.DecoderListener;
import org.gotalk.internal.wire.message.AckMessage;
import org.gotalk.internal.wire.message.ByeMessage;
import org.gotalk.internal.wire.message.CancelMessage;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.MessageKind;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.internal.wire.message.StreamResultMessage;
import org.gotalk.internal.wire.message.TraceMessage;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Dispatches messages of the peer. Runs on the reading thread, so it only looks up and queues, and runs non-blocking
 * handlers.
 */
final class MessageDispatcher implements DecoderListener {

    private static final String TOO_MANY_STREAMS = "too many streams, try again later";

    /** Time to send the last result before a connection closes. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final EngineSettings settings;
    private final EngineSock sock;
    private final ConnectionParts parts;
    private final ResultSender results;
    private final InboundStreams streams;
    private final Lifecycle life;
    private final HandlerLookup lookup;
    private final RefusalSender refusals;
    private final DispatchHeuristic heuristic; // of notifications
    private TraceContext trace = TraceContext.NONE; // of the next message; used by the reading thread only

    MessageDispatcher(
            EngineSettings settings,
            EngineSock sock,
            ConnectionParts parts,
            ResultSender results,
            InboundStreams streams,
            Lifecycle life) {
        this.settings = settings;
        this.sock = sock;
        this.parts = parts;
        this.results = results;
        this.streams = streams;
        this.life = life;
        this.lookup = new HandlerLookup(
                sock,
                results,
                streams,
                parts,
                new ReservedOperations(settings, reason -> life.drain(LAST_WORDS, reason)));
        this.refusals = new RefusalSender(
                life, results, parts.outbox(), settings.limits().maxOutbound());
        this.heuristic = settings.workers().newHeuristic();
    }

    @Override
    public void versionAccepted() {
        life.handshakeDone();
    }

    @Override
    public void singleRequest(SingleRequest message) {
        lookup.request(message, takeTrace())
                .ifPresentOrElse(
                        this::enter, () -> refusals.refuse(message.id(), HandlerLookup.unknown(message.operation())));
    }

    @Override
    public void oversizedRequest(RequestId id, String operation, long size) {
        trace = TraceContext.NONE;
        refusals.refuse(
                id,
                ErrorPayload.of(
                        StandardCodes.TOO_LARGE,
                        "payload of \"" + operation + "\" has " + size + " bytes, the limit is "
                                + settings.limits().maxPayload()));
    }

    @Override
    public void streamRequest(StreamRequestMessage message) {
        TraceContext caller = takeTrace();
        if (streams.isInUse(message.id())) {
            life.protocolError(
                    ErrorCode.INVALID_MESSAGE, "stream request: id " + message.id() + " is that of an open stream");
        } else if (settings.limits().maxStreams() == 0) {
            refusals.refuse(message.id(), ErrorPayload.of(StandardCodes.UNSUPPORTED, "stream requests not supported"));
        } else {
            lookup.stream(message.operation(), caller)
                    .ifPresentOrElse(
                            handler -> streamRequest(message, handler),
                            () -> refusals.refuse(message.id(), lookup.noStream(message.operation())));
        }
    }

    private void streamRequest(StreamRequestMessage message, StreamHandler handler) {
        if (streams.hasPermit()) {
            enter(streams.begin(message, handler));
        } else {
            refusals.sent(results.retry(message.id(), RetryDelay.random(settings.limits()), TOO_MANY_STREAMS));
        }
    }

    @Override
    public void streamRequestPart(StreamRequestPart message) {
        streams.part(message);
    }

    @Override
    public void singleResult(SingleResult message) {
        receiver(message.id()).result(message);
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        receiver(message.id()).streamResult(message);
    }

    @Override
    public void errorResult(ErrorResult message) {
        receiver(message.id()).error(message);
    }

    @Override
    public void retryResult(RetryResult message) {
        receiver(message.id()).retry(message);
    }

    @Override
    public void notification(NotificationMessage message) {
        if (CancelMessage.is(message)) {
            cancel(CancelMessage.id(message));
            return;
        }
        if (TraceMessage.is(message)) {
            precedes(message);
            return;
        }
        if (AckMessage.is(message)) {
            parts.resumption().received(message);
            return;
        }
        if (ByeMessage.is(message)) {
            parts.resumption().receivedBye();
            return;
        }
        TraceContext sender = takeTrace();
        if (life.isPeerDismissed()) {
            return;
        }
        lookup.notification(message.name(), sender)
                .ifPresentOrElse(handler -> notification(message, handler), () -> unhandled(message));
    }

    /** It counts in its turn, like those with a handler. */
    private void unhandled(NotificationMessage message) {
        LOG.log(Level.DEBUG, () -> "no handler for notification \"" + message.name() + "\"");
        if (parts.resumption().isCounting()) {
            parts.serial().add(() -> {
                boolean unused = parts.resumption().handles();
            });
        }
    }

    /** Without an observer nobody reads it. */
    private void precedes(NotificationMessage message) {
        if (parts.observed().isObserved()) {
            trace = TraceContext.parse(message.payload().text());
        }
    }

    private TraceContext takeTrace() {
        TraceContext taken = trace;
        trace = TraceContext.NONE;
        return taken;
    }

    /** Requests that are over, or never were, are none to cancel. */
    private void cancel(@Nullable RequestId id) {
        if (id != null) {
            parts.requests().cancel(id);
        }
    }

    @Override
    public void payloadArrives(MessageKind kind, RequestId id) {
        switch (kind) {
            case SINGLE_RESULT, STREAM_RESULT -> receiver(id).resultArrives(id);
            case STREAM_REQUEST_PART -> streams.partArrives(id);
            default -> {} // nobody waits for it
        }
    }

    @Override
    public void heartbeat(HeartbeatMessage message) {
        life.heard(message);
    }

    @Override
    public void protocolError(ProtocolError message) {
        ErrorCode code = ErrorCode.of(message.code());
        life.close(CloseReason.of(CloseReasons.code(code), "the peer reports a protocol error"));
    }

    @Override
    public void malformed(ErrorCode code, String detail) {
        life.protocolError(code, detail);
    }

    private void notification(NotificationMessage message, NotificationHandler handler) {
        // What came before the peer's first acknowledgement does not count, however late it is handled.
        boolean counts = parts.resumption().isCounting();
        if (handler.isNonBlocking()
                && parts.serial().runHere(() -> settings.context().execute(() -> handle(message, handler, counts)))) {
            return;
        }
        int size = message.payload().size();
        if (!parts.backpressure().notificationEntered(size)) {
            // Notifications can be neither refused nor dropped, and the queue is bounded.
            life.abort(CloseReason.of(
                    CloseReason.Code.GAVE_UP, "too many notifications wait, the last is \"" + message.name() + "\""));
            return;
        }
        parts.serial().add(() -> {
            parts.backpressure().notificationLeft(size);
            heuristic.run(() -> handle(message, handler, counts));
        });
    }

    private void handle(NotificationMessage message, NotificationHandler handler, boolean counts) {
        if (life.isPeerDismissed()) {
            return;
        }
        if (counts && !parts.resumption().handles()) {
            return;
        }
        try {
            handler.handle(sock, message.name(), message.payload().bytes());
        } catch (PayloadException invalid) {
            InvalidPayloads.log(described(message), invalid);
        } catch (Throwable thrown) {
            // Notifications have no result; the connection and the next notification are not affected.
            LOG.log(Level.ERROR, described(message) + " failed", thrown);
        }
    }

    private String described(NotificationMessage message) {
        return LogSubject.of("notification", message.name(), sock);
    }

    private ResultReceiver receiver(RequestId id) {
        return RequestIds.isOfStream(id) ? parts.streamCalls() : parts.calls();
    }

    private void enter(InboundRequest request) {
        if (request.isNonBlocking() && parts.requests().runHere(request)) {
            return;
        }
        if (!parts.requests().add(request)) {
            refusals.sent(parts.requests().refuse(request));
        }
    }
}
