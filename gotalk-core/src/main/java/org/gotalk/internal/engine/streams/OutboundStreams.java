package org.gotalk.internal.engine.streams;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.OutboxFullException;
import org.gotalk.SockClosedException;
import org.gotalk.StreamReader;
import org.gotalk.internal.engine.calls.OutgoingRequests;
import org.gotalk.internal.engine.calls.ReceivedErrors;
import org.gotalk.internal.engine.calls.RequestIds;
import org.gotalk.internal.engine.calls.ResultReceiver;
import org.gotalk.internal.engine.calls.Retries;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.observed.ObservedConnection;
import org.gotalk.internal.engine.observed.Outcomes;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamResultMessage;
import org.gotalk.internal.wire.message.TraceMessage;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * This side's open streams in either direction, by id. Their ids are distinct from those of {@link OutgoingRequests},
 * which shows to which a result belongs. Thread-safe.
 */
public final class OutboundStreams implements ResultReceiver, OutboundStream.Owner {

    private final RequestIds ids = RequestIds.ofStreams();
    private final Map<RequestId, OutboundStream> open = new ConcurrentHashMap<>();
    private final EngineSettings settings;
    private final Outbox outbox;
    private final Backpressure backpressure;
    private final Listener listener;
    private final ReceivedErrors errors;
    private volatile @Nullable CloseReason ended;

    /**
     * Has no streams yet.
     *
     * @param listener what is to be known of them
     */
    public OutboundStreams(EngineSettings settings, Outbox outbox, Backpressure backpressure, Listener listener) {
        this.settings = settings;
        this.outbox = outbox;
        this.backpressure = backpressure;
        this.errors = new ReceivedErrors(settings, outbox);
        this.listener = listener;
    }

    @Override
    public EngineSettings settings() {
        return settings;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public InboundParts newParts() {
        return new InboundParts(settings, backpressure);
    }

    @Override
    public SockClosedException closed(boolean mayHaveRun) {
        return new SockClosedException(listener.closing().get(), mayHaveRun);
    }

    public boolean isIdle() {
        return open.isEmpty();
    }

    /** Begins a request in parts; sends nothing yet. */
    public OutboundStream begin(String operation, Duration timeout) {
        int limit = settings.limits().maxPendingRequests();
        if (open.size() >= Math.min(limit, RequestIds.OF_STREAMS)) {
            throw OutboxFullException.ofRequests(limit);
        }
        OutboundStream stream = new OutboundStream(ids.next(), operation, timeout, this);
        while (open.putIfAbsent(stream.id(), stream) != null) {
            stream = new OutboundStream(ids.next(), operation, timeout, this);
        }
        if (ended != null || outbox.isClosed()) {
            SockClosedException reason = closed(false);
            stream.abort(reason);
            throw reason;
        }
        begins(stream, operation);
        return stream;
    }

    private void begins(OutboundStream stream, String operation) {
        Runnable answered = listener.asksPeer().get();
        MessageObservation seen = listener.observed().calls(operation);
        if (seen == MessageObservation.NONE) {
            stream.runWhenOver(answered);
            return;
        }
        TraceContext trace = outbox.supportsExtensions() ? seen.trace() : TraceContext.NONE;
        if (!trace.isNone()) {
            stream.sendsBefore(TraceMessage.of(trace.text()));
        }
        stream.runWhenOver(() -> {
            answered.run();
            seen.ended(Outcomes.ofCall(stream.failure()));
        });
    }

    /** Sends a single request whose result is read in parts. Waits for room. */
    public StreamReader request(String operation, byte[] payload, Duration timeout) {
        OutboundStream stream = begin(operation, timeout);
        stream.requestEnded();
        EncodedMessage message = stream.whole(new SingleRequest(stream.id(), operation, Payload.of(payload)));
        boolean queued = false;
        try {
            queued = outbox.offerWaiting(message, stream);
        } finally {
            if (!queued) {
                stream.close();
            }
        }
        if (!queued) {
            throw outbox.isClosed()
                    ? closed(false)
                    : OutboxFullException.ofBytes(
                            outbox.queued(), settings.limits().maxOutbound());
        }
        stream.queued();
        return stream.result();
    }

    @Override
    public void result(SingleResult message) {
        OutboundStream stream = find(message.id());
        if (stream != null) {
            stream.receiveWhole(message.payload());
        }
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        OutboundStream stream = find(message.id());
        if (stream != null) {
            stream.receive(message.payload());
        }
    }

    @Override
    public void error(ErrorResult message) {
        OutboundStream stream = find(message.id());
        if (stream != null) {
            stream.fail(errors.received(message));
        }
    }

    @Override
    public void retry(RetryResult message) {
        OutboundStream stream = find(message.id());
        if (stream != null) {
            stream.fail(Retries.refusal(message));
        }
    }

    @Override
    public void resultArrives(RequestId id) {
        OutboundStream stream = find(id);
        if (stream != null) {
            stream.resultArrives();
        }
    }

    /** Fails all streams, now and later: the connection has ended. */
    public void end(CloseReason reason) {
        ended = reason;
        open.values().forEach(stream -> stream.abort(closed(stream.mayHaveRun())));
    }

    @Override
    public void forget(OutboundStream stream) {
        if (open.remove(stream.id(), stream) && open.isEmpty()) {
            listener.whenIdle().run();
        }
    }

    /**
     * What is to be known of the streams of a connection.
     *
     * @param closing supplies the close reason once the outbox is closed
     * @param asksPeer called when a stream begins; what it returns runs when the stream is over
     * @param whenIdle runs when the last stream is over
     */
    public record Listener(
            ObservedConnection observed,
            Supplier<CloseReason> closing,
            Supplier<Runnable> asksPeer,
            Runnable whenIdle) {}

    /** Streams that are over or not sent yet have no result. */
    private @Nullable OutboundStream find(RequestId id) {
        OutboundStream stream = open.get(id);
        return stream != null && stream.mayHaveRun() ? stream : null;
    }
}
