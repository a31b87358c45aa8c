package org.gotalk.internal.engine.streams;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.GotalkException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamHandler;
import org.gotalk.StreamOverflowException;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.engine.inbound.HandlerRun;
import org.gotalk.internal.engine.inbound.InboundRequest;
import org.gotalk.internal.engine.outbound.StreamMessages;
import org.gotalk.internal.wire.ErrorResult;
import org.gotalk.internal.wire.Message;
import org.gotalk.internal.wire.Payload;
import org.gotalk.internal.wire.RequestId;
import org.gotalk.internal.wire.SingleResult;
import org.jspecify.annotations.Nullable;

/** A request of the peer whose handler takes it in parts and may answer in parts. */
final class InboundStream implements InboundRequest, HandlerRun.Outcome, PartsReader.Owner {

    private enum State {
        WAITING,
        RUNNING,
        OVER
    }

    private final RequestId id;
    private final String operation;
    private final StreamHandler handler;
    private final InboundStreams serving;
    private final int size;
    private final AtomicBoolean hasPermit;
    private final InboundParts parts;
    private final ResultWriter result;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable GotalkException faultOfPeer; // which may read of it

    /** One whose handler is yet to run, with the bytes that came with the request; whether it has a stream permit. */
    InboundStream(
            RequestId id,
            String operation,
            StreamHandler handler,
            int size,
            InboundStreams serving,
            boolean hasPermit) {
        this.hasPermit = new AtomicBoolean(hasPermit);
        this.id = id;
        this.operation = operation;
        this.handler = handler;
        this.size = size;
        this.serving = serving;
        this.parts = serving.newParts();
        this.result = serving.newResult(id);
    }

    RequestId id() {
        return id;
    }

    /** Whether it had a permit until now. */
    boolean givesPermitBack() {
        return hasPermit.getAndSet(false);
    }

    /** Whether the peer may use its id again. */
    boolean isAnswered() {
        return !result.isOpen();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean mayTakeLong() {
        return true;
    }

    @Override
    public boolean run(Runnable overLater) {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return true;
        }
        RequestReader request = new RequestReader(serving.peer(), parts, operation, serving.settings(), this);
        return HandlerRun.of(() -> handler.handle(serving.peer(), request, result), this, overLater);
    }

    @Override
    public int refuse(Duration delay, String reason) {
        return free(State.WAITING) ? serving.answers().retry(id, delay, reason) : 0;
    }

    /** All of the request came at once. */
    void takesWhole(Payload payload) {
        parts.whole(payload.bytes());
    }

    /** A part came; false when that is one too many, which has ended the stream. */
    boolean takes(Payload part) {
        if (parts.add(part.bytes())) {
            return true;
        }
        int limit = serving.settings().limits().maxStreamBuffer();
        String text = "stream of \"" + operation + "\" was not read in time: more than " + limit + " bytes wait";
        answer(new ErrorResult(id, Payload.utf8(text)));
        parts.abort(new StreamOverflowException(limit));
        free(State.WAITING);
        return false;
    }

    void takesEnd() {
        parts.end();
    }

    /** What came is read, and then it fails unless it had ended. The answer may be of use yet. */
    void losesItsPeer() {
        StreamEndedException cause = new StreamEndedException("the peer stopped in the middle of its stream");
        faultOfPeer = cause;
        parts.fail(cause);
    }

    /** Nobody can be answered any more. */
    void abort(GotalkException cause) {
        // The answer first: what the handler throws when it cannot read on is then no failure to be told or logged.
        result.stop(cause);
        parts.abort(cause);
        free(State.WAITING);
    }

    /** The permit is free before the peer can know that it is. */
    @Override
    public void succeeded(byte[] payload) {
        result.writeGathered();
        serving.release(this);
        result.end(isEmpty -> lastWords(isEmpty, payload), isOver());
        free(State.RUNNING);
    }

    @Override
    public void failed(Throwable thrown) {
        serving.release(this);
        Throwable failure = cause(thrown);
        if (result.isOpen()) {
            answer(
                    failure == faultOfPeer
                            ? new ErrorResult(id, Payload.utf8(String.valueOf(failure.getMessage())))
                            : serving.answers().failed(id, operation, failure));
        } else if (!(failure instanceof GotalkException)) {
            serving.answers().logged(operation, failure);
        }
        free(State.RUNNING);
    }

    @Override
    public void closes() {
        parts.close();
    }

    @Override
    public void givesUp(RequestTimeoutException cause) {
        faultOfPeer = cause;
        parts.abort(cause);
    }

    private boolean answer(Message message) {
        return result.end(isEmpty -> List.of(message), isOver());
    }

    /** If it was no part yet, the answer is a whole one. */
    private List<Message> lastWords(boolean isEmpty, byte[] payload) {
        if (isEmpty) {
            return List.of(new SingleResult(id, Payload.of(payload)));
        }
        List<Message> messages = new ArrayList<>();
        StreamMessages form = StreamMessages.result(id);
        PartsWriter.cut(payload).forEach(part -> messages.add(form.part(part, false)));
        messages.addAll(form.end(false));
        return messages;
    }

    /** Lets go of everything, once; whether that was now. */
    private boolean free(State from) {
        boolean first = state.compareAndSet(from, State.OVER);
        if (first) {
            parts.close();
            serving.over(this);
        }
        return first;
    }

    private StreamEndedException isOver() {
        return new StreamEndedException("the answer of \"" + operation + "\" has ended");
    }

    private static Throwable cause(Throwable thrown) {
        Throwable failure = FailureCause.of(thrown);
        return failure instanceof IOException && failure.getCause() instanceof GotalkException gotalk
                ? gotalk
                : failure;
    }
}
