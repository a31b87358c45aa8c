package org.gotalk.internal.engine.streams;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.OutboxFullException;
import org.gotalk.SockClosedException;
import org.gotalk.StreamReader;
import org.gotalk.internal.engine.calls.OutgoingRequests;
import org.gotalk.internal.engine.calls.RequestIds;
import org.gotalk.internal.engine.calls.ResultReceiver;
import org.gotalk.internal.engine.calls.Retries;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.ErrorResult;
import org.gotalk.internal.wire.Payload;
import org.gotalk.internal.wire.RequestId;
import org.gotalk.internal.wire.RetryResult;
import org.gotalk.internal.wire.SingleRequest;
import org.gotalk.internal.wire.SingleResult;
import org.gotalk.internal.wire.StreamResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * The requests of this side that are open as streams, in either direction, by id. They have ids of their own kind, so
 * that an answer tells whether it is to one of these or to a {@link OutgoingRequests}'s. Any thread may use it.
 */
public final class OutboundStreams implements ResultReceiver {

    private final RequestIds ids = RequestIds.ofStreams();
    private final Map<RequestId, OutboundStream> open = new ConcurrentHashMap<>();
    private final EngineSettings settings;
    private final Outbox outbox;
    private final Backpressure backpressure;
    private final Supplier<CloseReason> closing;
    private final Runnable whenIdle;
    private volatile @Nullable CloseReason ended;

    /** The reason is asked for once the outbox is closed. When no call is left, that is told. */
    public OutboundStreams(
            EngineSettings settings,
            Outbox outbox,
            Backpressure backpressure,
            Supplier<CloseReason> closing,
            Runnable whenIdle) {
        this.settings = settings;
        this.outbox = outbox;
        this.backpressure = backpressure;
        this.closing = closing;
        this.whenIdle = whenIdle;
    }

    EngineSettings settings() {
        return settings;
    }

    Outbox outbox() {
        return outbox;
    }

    InboundParts newParts() {
        return new InboundParts(settings, backpressure);
    }

    /** Why the connection is closed, to a request that may have run or not. */
    SockClosedException closed(boolean mayHaveRun) {
        return new SockClosedException(closing.get(), mayHaveRun);
    }

    public boolean isIdle() {
        return open.isEmpty();
    }

    /** A request in parts, of which nothing is sent yet. */
    public OutboundStream begin(String operation, Duration timeout) {
        int limit = settings.limits().maxPendingRequests();
        if (open.size() >= Math.min(limit, RequestIds.OF_STREAMS)) {
            throw OutboxFullException.ofRequests(limit);
        }
        OutboundStream exchange = new OutboundStream(ids.next(), operation, timeout, this);
        while (open.putIfAbsent(exchange.id(), exchange) != null) {
            exchange = new OutboundStream(ids.next(), operation, timeout, this);
        }
        if (ended != null || outbox.isClosed()) {
            SockClosedException reason = closed(false);
            exchange.abort(reason);
            throw reason;
        }
        return exchange;
    }

    /** A request that goes out as a whole, and whose answer is read in parts. Waits for room. */
    public StreamReader request(String operation, byte[] payload, Duration timeout) {
        OutboundStream exchange = begin(operation, timeout);
        exchange.isRequested();
        EncodedMessage message = EncodedMessage.of(new SingleRequest(exchange.id(), operation, Payload.of(payload)));
        boolean queued = false;
        try {
            queued = outbox.offer(message, exchange, settings.limits().writeTimeout());
        } finally {
            if (!queued) {
                exchange.close();
            }
        }
        if (!queued) {
            throw outbox.isClosed()
                    ? closed(false)
                    : OutboxFullException.ofBytes(
                            outbox.queued(), settings.limits().maxOutbound());
        }
        return exchange.result();
    }

    @Override
    public void result(SingleResult message) {
        OutboundStream exchange = find(message.id());
        if (exchange != null) {
            exchange.takesWhole(message.payload());
        }
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        OutboundStream exchange = find(message.id());
        if (exchange != null) {
            exchange.takes(message.payload());
        }
    }

    @Override
    public void error(ErrorResult message) {
        OutboundStream exchange = find(message.id());
        if (exchange != null) {
            exchange.fails(new OperationException(message.payload().text()));
        }
    }

    @Override
    public void retry(RetryResult message) {
        OutboundStream exchange = find(message.id());
        if (exchange != null) {
            exchange.fails(Retries.refusal(message));
        }
    }

    /** The connection has ended: all fail, now and from now on. */
    public void end(CloseReason reason) {
        ended = reason;
        open.values().forEach(exchange -> exchange.abort(closed(exchange.mayHaveRun())));
    }

    /** The exchange is over in both directions, or of no interest any more. */
    void forget(OutboundStream exchange) {
        if (open.remove(exchange.id(), exchange) && open.isEmpty()) {
            whenIdle.run();
        }
    }

    /** One that was given up, or is not sent yet, has no answer. */
    private @Nullable OutboundStream find(RequestId id) {
        OutboundStream exchange = open.get(id);
        return exchange != null && exchange.mayHaveRun() ? exchange : null;
    }
}
