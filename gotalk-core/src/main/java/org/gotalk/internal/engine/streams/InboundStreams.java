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
import org.gotalk.internal.wire.Payload;
import org.gotalk.internal.wire.RequestId;
import org.gotalk.internal.wire.SingleRequest;
import org.gotalk.internal.wire.StreamRequestMessage;
import org.gotalk.internal.wire.StreamRequestPart;
import org.jspecify.annotations.Nullable;

/** The stream requests of the peer that are open, by id, and their permits. */
public final class InboundStreams {

    private final EngineSettings settings;
    private final Sock peer;
    private final ResultSender answers;
    private final Outbox outbox;
    private final Backpressure backpressure;
    private final Supplier<CloseReason> closing;

    private final Map<RequestId, InboundStream> streams = new ConcurrentHashMap<>(); // whose parts are wanted
    private final AtomicInteger permits; // that are left
    private volatile @Nullable CloseReason ended;

    /** The reason is asked for once the outbox is closed. */
    public InboundStreams(
            EngineSettings settings,
            Sock peer,
            ResultSender answers,
            Outbox outbox,
            Backpressure backpressure,
            Supplier<CloseReason> closing) {
        this.settings = settings;
        this.peer = peer;
        this.answers = answers;
        this.outbox = outbox;
        this.backpressure = backpressure;
        this.closing = closing;
        this.permits = new AtomicInteger(settings.limits().maxStreams());
    }

    EngineSettings settings() {
        return settings;
    }

    Sock peer() {
        return peer;
    }

    ResultSender answers() {
        return answers;
    }

    InboundParts newParts() {
        return new InboundParts(settings, backpressure);
    }

    ResultWriter newResult(RequestId id) {
        return new ResultWriter(
                new Lane(StreamMessages.result(id), SendListener.UNWATCHED),
                outbox,
                settings,
                () -> closed(closing.get()));
    }

    /** Whether the peer has a stream of this id that it has no answer to. */
    public boolean isInUse(RequestId id) {
        InboundStream stream = streams.get(id);
        return stream != null && !stream.isAnswered();
    }

    public boolean hasPermit() {
        return permits.get() > 0;
    }

    /** A request of which further parts will come. Takes a permit. */
    public InboundStream begin(StreamRequestMessage message, StreamHandler handler) {
        permits.decrementAndGet();
        InboundStream stream = new InboundStream(
                message.id(), message.operation(), handler, message.payload().size(), this, true);
        InboundStream answered = streams.put(message.id(), stream);
        if (answered != null) {
            answered.abort(new StreamEndedException("the peer has begun another stream of the same id"));
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

    /** A request that came as a whole, to an operation that takes parts. */
    public InboundStream whole(SingleRequest message, StreamHandler handler) {
        InboundStream stream = new InboundStream(
                message.id(), message.operation(), handler, message.payload().size(), this, false);
        stream.takesWhole(message.payload());
        return stream;
    }

    /** A part came. One for an id that is unknown may have been under way when its stream ended: it is dropped. */
    public void part(StreamRequestPart message) {
        InboundStream stream = streams.get(message.id());
        if (stream == null) {
            return;
        }
        if (message.payload().isEmpty()) {
            stream.takesEnd();
        } else {
            take(stream, message.payload());
        }
    }

    /** The peer says nothing more. Requests that had not come to their end never will. */
    public void receivedEnd() {
        streams.values().forEach(InboundStream::losesItsPeer);
    }

    /** The connection ends: handlers that read or write learn it at once. */
    public void end(CloseReason reason) {
        ended = reason;
        streams.values().forEach(stream -> stream.abort(closed(reason)));
    }

    /** The stream's handler is done, or will not run. */
    void over(InboundStream stream) {
        streams.remove(stream.id(), stream);
        release(stream);
    }

    /** Gives its permit back, if it has one still. */
    void release(InboundStream stream) {
        if (stream.givesPermitBack()) {
            permits.incrementAndGet();
        }
    }

    private void take(InboundStream stream, Payload part) {
        if (!stream.takes(part)) {
            streams.remove(stream.id(), stream);
        }
    }

    private static SockClosedException closed(CloseReason reason) {
        return new SockClosedException(reason, true);
    }
}
