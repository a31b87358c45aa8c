package org.gotalk.internal.engine.streams;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gotalk.GotalkException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.SockClosedException;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamOverflowException;
import org.gotalk.StreamReader;
import org.gotalk.StreamWriter;
import org.gotalk.Values;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.engine.outbound.StreamMessages;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.CancelMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;
import org.jspecify.annotations.Nullable;

/** A request of this side with parts in at least one direction. */
final class OutboundStream implements StreamCall, PartsReader.Owner, SendListener {

    private final RequestId id;
    private final String operation;
    private final Owner owner;
    private final Lane lane;
    private final RequestWriter request;
    private final InboundParts parts;
    private final PartsReader result;
    private volatile boolean handedOver;
    private volatile @Nullable GotalkException failure; // why it ended without a result
    private volatile boolean isQueued; // a single request, which is in the queue for good
    private final Object lock = new Object();

    @GuardedBy("lock")
    private boolean requestIsOver;

    @GuardedBy("lock")
    private boolean resultIsOver;

    @GuardedBy("lock")
    private boolean isOver;

    @GuardedBy("lock")
    private @Nullable Runnable whenOver;

    @GuardedBy("lock")
    private boolean continues; // the request continues after the result

    OutboundStream(RequestId id, String operation, Duration timeout, Owner owner) {
        this.id = id;
        this.operation = operation;
        this.owner = owner;
        lane = new Lane(StreamMessages.request(id, operation), this);
        request = new RequestWriter(
                lane, owner.outbox(), owner.settings(), () -> owner.closed(handedOver), this::requestEnded);
        parts = owner.newParts();
        result = new PartsReader(parts, operation, timeout, owner.settings(), this);
    }

    RequestId id() {
        return id;
    }

    @Override
    public void handedOver() {
        handedOver = true;
    }

    /** Sends a message directly before the request. Called before anything is sent. */
    void sendsBefore(Message message) {
        lane.sendsBefore(message);
    }

    /** A request as a whole, as it is sent. */
    EncodedMessage whole(SingleRequest request) {
        return lane.first(request);
    }

    /** Why it ended without a result; null if it has one. */
    @Nullable
    GotalkException failure() {
        return failure;
    }

    void resultArrives() {
        parts.partArrives();
    }

    /** A single request is queued. */
    void queued() {
        isQueued = true;
    }

    /** The action runs when the stream is over; at once if it is. */
    void runWhenOver(Runnable action) {
        synchronized (lock) {
            if (!isOver) {
                whenOver = action;
                return;
            }
        }
        action.run();
    }

    boolean mayHaveRun() {
        return handedOver;
    }

    @Override
    public StreamWriter request() {
        return request;
    }

    @Override
    public StreamReader result() {
        return result;
    }

    @Override
    public StreamCall continueAfterAnswer() {
        if (owner.outbox().change(queue -> lane.begun)) {
            throw new IllegalStateException(
                    "continueAfterAnswer() must be called before the first part of \"" + operation + "\" is written");
        }
        synchronized (lock) {
            continues = true;
        }
        return this;
    }

    @Override
    public <T> T finish(Class<T> resultType) {
        request.close();
        return value(result.readAll(), resultType);
    }

    @Override
    public <T> CompletionStage<T> finishAsync(Class<T> resultType) {
        request.close();
        CompletionStage<T> value = new PartsGatherer(
                        operation, owner.settings().limits().maxPayload(), result)
                .gather()
                .thenApply(all -> value(all, resultType));
        value.whenComplete((any, failure) -> {
            if (!isOver()) {
                close(); // others have completed it
            }
        });
        return value;
    }

    @Override
    public void close() {
        parts.close();
        giveUp(closed());
    }

    @Override
    public void closes() {
        parts.close();
        synchronized (lock) {
            if (!requestIsOver) {
                return;
            }
        }
        giveUp(closed());
    }

    @Override
    public void givesUp(RequestTimeoutException cause) {
        parts.abort(cause);
        giveUp(cause);
    }

    /** No more parts are written. */
    void requestEnded() {
        boolean over;
        synchronized (lock) {
            requestIsOver = true;
            over = resultIsOver;
        }
        if (over) {
            over();
        }
    }

    /** A single result arrived. */
    void receiveWhole(Payload payload) {
        resultEnded();
        parts.whole(payload.bytes());
    }

    /** A part of the result arrived, or its end. */
    void receive(Payload part) {
        if (part.isEmpty()) {
            resultEnded();
            parts.end();
        } else if (!parts.add(part.bytes())) {
            StreamOverflowException overflow =
                    new StreamOverflowException(owner.settings().limits().maxStreamBuffer());
            parts.abort(overflow);
            giveUp(overflow);
        }
    }

    /** An error or retry result arrived; takes effect after the parts. Over before the reader sees it and closes. */
    void fail(GotalkException reason) {
        failure = reason;
        request.stop(reason);
        over();
        parts.fail(reason);
    }

    /** The connection has ended. */
    void abort(GotalkException reason) {
        failure = reason;
        parts.abort(reason);
        request.stop(reason);
        over();
    }

    /** Ends the request as well, unless it continues. Called before the reader sees the end. */
    private void resultEnded() {
        boolean over;
        synchronized (lock) {
            resultIsOver = true;
            over = requestIsOver || !continues;
        }
        if (over) {
            request.stop(
                    new StreamEndedException("the result of \"" + operation + "\" has ended, and with it the request"));
            over();
        }
    }

    /** Tells the peer; one that does not take such messages gets the end of the request, if it has any of it. */
    private void giveUp(GotalkException reason) {
        failure = reason;
        if (!isOver() && owner.outbox().supportsExtensions()) {
            request.giveUp(reason, () -> handedOver || isQueued, CancelMessage.of(id));
        } else {
            request.end(isEmpty -> isEmpty ? List.of() : lane.form().end(false), reason);
        }
        over();
    }

    private void over() {
        Runnable action;
        synchronized (lock) {
            isOver = true;
            action = whenOver;
            whenOver = null;
        }
        owner.forget(this);
        if (action != null) {
            action.run();
        }
    }

    private boolean isOver() {
        synchronized (lock) {
            return isOver;
        }
    }

    private StreamEndedException closed() {
        return new StreamEndedException("this side has closed the stream of \"" + operation + "\"");
    }

    private <T> T value(byte[] all, Class<T> type) {
        return Values.required(owner.settings().codec(), all, type);
    }

    /** The owner of this side's open streams. */
    interface Owner {

        EngineSettings settings();

        Outbox outbox();

        InboundParts newParts();

        /** The exception for a closed connection. */
        SockClosedException closed(boolean mayHaveRun);

        /** The stream is over in both directions or no longer needed. */
        void forget(OutboundStream stream);
    }
}
