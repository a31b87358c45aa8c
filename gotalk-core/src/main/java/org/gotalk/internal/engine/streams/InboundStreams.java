package org.gotalk.internal.engine.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamHandler;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.engine.outbound.StreamMessages;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.jspecify.annotations.Nullable;

/** The open stream requests of the peer, by id, and their permits. */
public final class InboundStreams implements InboundStream.Owner {

    private final EngineSettings settings;
    private final Sock peer;
    private final ResultSender results;
    private final Outbox outbox;
    private final Backpressure backpressure;
    private final Supplier<CloseReason> closing;

    private final Map<RequestId, InboundStream> streams = new ConcurrentHashMap<>(); // whose parts are wanted
    private final AtomicInteger permits; // that are left
    private volatile @Nullable CloseReason ended;

    /**
     * Has no streams yet.
     *
     * @param closing supplies the close reason once the outbox is closed
     */
    public InboundStreams(
            EngineSettings settings,
            Sock peer,
            ResultSender results,
            Outbox outbox,
            Backpressure backpressure,
            Supplier<CloseReason> closing) {
        this.settings = settings;
        this.peer = peer;
        this.results = results;
        this.outbox = outbox;
        this.backpressure = backpressure;
        this.closing = closing;
        this.permits = new AtomicInteger(settings.limits().maxStreams());
    }

    @Override
    public EngineSettings settings() {
        return settings;
    }

    @Override
    public Sock peer() {
        return peer;
    }

    @Override
    public ResultSender results() {
        return results;
    }

    @Override
    public InboundParts newParts() {
        return new InboundParts(settings, backpressure);
    }

    @Override
    public ResultWriter newResult(RequestId id) {
        return new ResultWriter(
                new Lane(StreamMessages.result(id), SendListener.UNWATCHED),
                outbox,
                settings,
                () -> closed(closing.get()));
    }

    /** Whether the peer has a stream of this id without a complete result. */
    public boolean isInUse(RequestId id) {
        InboundStream stream = streams.get(id);
        return stream != null && !stream.isResultSent();
    }

    /** Some bytes of a part have arrived. */
    public void partArrives(RequestId id) {
        InboundStream stream = streams.get(id);
        if (stream != null) {
            stream.partArrives();
        }
    }

    public boolean hasPermit() {
        return permits.get() > 0;
    }

    /** A request whose further parts follow. Takes a permit. */
    public InboundStream begin(StreamRequestMessage message, StreamHandler handler) {
        permits.decrementAndGet();
        InboundStream stream = new InboundStream(
                message.id(), message.operation(), handler, message.payload().size(), this);
        stream.takesPermit();
        InboundStream earlier = streams.put(message.id(), stream);
        if (earlier != null) {
            earlier.abort(new StreamEndedException("the peer has begun another stream of the same id"));
        }
        if (!message.payload().isEmpty()) {
            take(stream, message.payload());
        }
        CloseReason reason = ended;
        if (reason != null) {
            stream.abort(closed(reason));
        }
        return stream;
    }

    /** A single request to an operation that takes parts. */
    public InboundStream whole(SingleRequest message, StreamHandler handler) {
        InboundStream stream = new InboundStream(
                message.id(), message.operation(), handler, message.payload().size(), this);
        stream.receiveWhole(message.payload());
        return stream;
    }

    /** A part arrived. Parts of unknown ids are dropped: they may have been sent before the stream ended. */
    public void part(StreamRequestPart message) {
        InboundStream stream = streams.get(message.id());
        if (stream == null) {
            return;
        }
        if (message.payload().isEmpty()) {
            stream.receiveEnd();
        } else {
            take(stream, message.payload());
        }
    }

    /** The peer will send nothing more: incomplete requests fail. */
    public void receivedEnd() {
        streams.values().forEach(InboundStream::peerEnded);
    }

    /** Aborts all streams: the connection closes. */
    public void end(CloseReason reason) {
        ended = reason;
        streams.values().forEach(stream -> stream.abort(closed(reason)));
    }

    @Override
    public void over(InboundStream stream) {
        forget(stream);
        release(stream);
    }

    @Override
    public void forget(InboundStream stream) {
        streams.remove(stream.id(), stream);
    }

    @Override
    public void release(InboundStream stream) {
        if (stream.givesPermitBack()) {
            permits.incrementAndGet();
        }
    }

    private void take(InboundStream stream, Payload part) {
        if (!stream.receive(part)) {
            forget(stream);
        }
    }

    private static SockClosedException closed(CloseReason reason) {
        return new SockClosedException(reason, true);
    }
}
