package org.gotalk.internal.engine.streams;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gotalk.GotalkException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamOverflowException;
import org.gotalk.StreamReader;
import org.gotalk.StreamWriter;
import org.gotalk.Values;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.engine.outbound.StreamMessages;
import org.gotalk.internal.wire.Payload;
import org.gotalk.internal.wire.RequestId;

/** A request of this side and its answer, of which at least one comes in parts. */
final class OutboundStream implements StreamCall, PartsReader.Owner, SendListener {

    private final RequestId id;
    private final String operation;
    private final OutboundStreams calls;
    private final Lane lane;
    private final RequestWriter request;
    private final InboundParts parts;
    private final PartsReader result;
    private volatile boolean handedOver;

    private final Object lock = new Object();

    @GuardedBy("lock")
    private boolean requestIsOver;

    @GuardedBy("lock")
    private boolean answerIsOver;

    @GuardedBy("lock")
    private boolean continues; // the request goes on after the answer

    OutboundStream(RequestId id, String operation, Duration timeout, OutboundStreams calls) {
        this.id = id;
        this.operation = operation;
        this.calls = calls;
        lane = new Lane(StreamMessages.request(id, operation), this);
        request = new RequestWriter(lane, calls, this);
        parts = calls.newParts();
        result = new PartsReader(parts, operation, timeout, calls.settings(), this);
    }

    RequestId id() {
        return id;
    }

    @Override
    public void handedOver() {
        handedOver = true;
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
        if (calls.outbox().change(queue -> lane.begun)) {
            throw new IllegalStateException(
                    "continueAfterAnswer() is to be called before the first part of \"" + operation + "\" is written");
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
        return new PartsGatherer(operation, calls.settings().limits().maxPayload(), result)
                .gather()
                .thenApply(all -> value(all, resultType));
    }

    /** What was never begun need not be ended. */
    @Override
    public void close() {
        parts.close();
        end(new StreamEndedException("this side has closed the call of \"" + operation + "\""));
    }

    @Override
    public void closes() {
        parts.close();
        synchronized (lock) {
            if (!requestIsOver) {
                return;
            }
        }
        calls.forget(this);
    }

    @Override
    public void givesUp(RequestTimeoutException cause) {
        parts.abort(cause);
        end(cause);
    }

    /** The request has ended; there is no more to be written. */
    void isRequested() {
        boolean over;
        synchronized (lock) {
            requestIsOver = true;
            over = answerIsOver;
        }
        if (over) {
            calls.forget(this);
        }
    }

    /** The whole answer came. */
    void takesWhole(Payload payload) {
        isAnswered();
        parts.whole(payload.bytes());
    }

    /** A part of the answer came, or its end. */
    void takes(Payload part) {
        if (part.isEmpty()) {
            isAnswered();
            parts.end();
        } else if (!parts.add(part.bytes())) {
            StreamOverflowException overflow =
                    new StreamOverflowException(calls.settings().limits().maxStreamBuffer());
            parts.abort(overflow);
            end(overflow);
        }
    }

    /** The peer has answered so, after what came before. */
    void fails(GotalkException reason) {
        request.stop(reason);
        parts.fail(reason);
        calls.forget(this);
    }

    /** The connection has ended. */
    void abort(GotalkException reason) {
        parts.abort(reason);
        request.stop(reason);
        calls.forget(this);
    }

    /** The peer wants no more of the request, unless it said that it does. To be called before its reader hears of it. */
    private void isAnswered() {
        boolean over;
        synchronized (lock) {
            answerIsOver = true;
            over = requestIsOver || !continues;
        }
        if (over) {
            request.stop(
                    new StreamEndedException("\"" + operation + "\" has answered, and wants no more of the request"));
            calls.forget(this);
        }
    }

    private void end(GotalkException reason) {
        boolean unused =
                request.end(isEmpty -> isEmpty ? List.of() : lane.form().end(false), reason);
        calls.forget(this);
    }

    private <T> T value(byte[] all, Class<T> type) {
        return Values.required(calls.settings().codec(), all, type);
    }
}
