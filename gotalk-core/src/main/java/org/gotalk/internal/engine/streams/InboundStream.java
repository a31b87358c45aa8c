package org.gotalk.internal.engine.streams;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.GotalkException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamHandler;
import org.gotalk.StreamOverflowException;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.engine.inbound.HandlerRun;
import org.gotalk.internal.engine.inbound.InboundRequest;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.outbound.StreamMessages;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleResult;
import org.jspecify.annotations.Nullable;

/** A request of the peer whose handler reads parts and may write parts. */
final class InboundStream extends InboundRequest implements HandlerRun.Call, PartsReader.Owner {

    private enum State {
        WAITING,
        RUNNING,
        OVER
    }

    private final RequestId id;
    private final String operation;
    private final StreamHandler handler;
    private final Owner owner;
    private final int size;
    private final AtomicBoolean hasPermit = new AtomicBoolean();
    private final InboundParts parts;
    private final ResultWriter result;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable GotalkException peerFault; // sent to the peer as the error result

    /**
     * A stream whose handler has not started.
     *
     * @param size the bytes that arrived with the request
     */
    InboundStream(RequestId id, String operation, StreamHandler handler, int size, Owner owner) {
        this.id = id;
        this.operation = operation;
        this.handler = handler;
        this.size = size;
        this.owner = owner;
        this.parts = owner.newParts();
        this.result = owner.newResult(id);
    }

    @Override
    public RequestId id() {
        return id;
    }

    /** Records that the stream has a permit. */
    void takesPermit() {
        hasPermit.set(true);
    }

    /** Records that the stream has no permit; returns whether it had one. */
    boolean givesPermitBack() {
        return hasPermit.getAndSet(false);
    }

    /** Whether the result is complete, so that the peer may reuse the id. */
    boolean isResultSent() {
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
    public boolean run(Completion completion) {
        return !state.compareAndSet(State.WAITING, State.RUNNING) || HandlerRun.of(this, this, completion);
    }

    @Override
    public CompletionStage<byte[]> begin() throws Exception {
        RequestReader request = new RequestReader(owner.peer(), parts, operation, owner.settings(), this, this);
        return handler.handle(owner.peer(), request, result);
    }

    @Override
    public int refuse(Duration delay, String reason) {
        return free(State.WAITING) ? owner.results().retry(id, delay, reason) : 0;
    }

    /** The whole request arrived. */
    void receiveWhole(Payload payload) {
        parts.whole(payload.bytes());
    }

    /** A part arrived; false if there is no room, which has ended the stream. */
    boolean receive(Payload part) {
        if (parts.add(part.bytes())) {
            return true;
        }
        int limit = owner.settings().limits().maxStreamBuffer();
        String text = "stream of \"" + operation + "\" was not read in time: more than " + limit + " bytes wait";
        sendResult(owner.results().failed(id, ErrorPayload.of(StandardCodes.TIMEOUT, text)));
        parts.abort(new StreamOverflowException(limit));
        free(State.WAITING);
        return false;
    }

    void receiveEnd() {
        parts.end();
    }

    /** Some bytes of a part have arrived. */
    void partArrives() {
        parts.partArrives();
    }

    /**
     * The peer will send nothing more: the stream fails after the buffered parts, unless it has ended. The result may
     * still be sent.
     */
    void peerEnded() {
        StreamEndedException cause = new StreamEndedException("the peer stopped in the middle of its stream");
        peerFault = cause;
        parts.fail(cause);
    }

    /** The connection closes: the result cannot be sent. */
    void abort(GotalkException cause) {
        // The result first: an exception of the handler because of the aborted request is then neither sent nor logged.
        result.stop(cause);
        parts.abort(cause);
        free(State.WAITING);
    }

    /** Both halves end at once; the permit is kept until the handler is done. */
    @Override
    protected void cancelled() {
        abort(new StreamEndedException("the peer has given \"" + operation + "\" up"));
        owner.forget(this);
    }

    /** Releases the permit before the peer can know that it is free. */
    @Override
    public void succeeded(byte[] payload) {
        result.writeGathered();
        owner.release(this);
        result.end(isEmpty -> lastWords(isEmpty, payload), resultEnded());
        free(State.RUNNING);
    }

    @Override
    public void failed(Throwable thrown) {
        owner.release(this);
        Throwable failure = cause(thrown);
        if (result.isOpen()) {
            sendResult(
                    failure == peerFault
                            ? owner.results()
                                    .failed(id, ErrorPayload.of(faultCode(), String.valueOf(failure.getMessage())))
                            : owner.results().failed(id, operation, failure));
        } else if (!(failure instanceof GotalkException) && !isExpected(failure)) {
            owner.results().logged(operation, failure);
        }
        free(State.RUNNING);
    }

    @Override
    public void closes() {
        parts.close();
    }

    @Override
    public void givesUp(RequestTimeoutException cause) {
        peerFault = cause;
        parts.abort(cause);
    }

    private boolean sendResult(Message message) {
        return result.end(isEmpty -> List.of(message), resultEnded());
    }

    /** A single result if no part was written. */
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

    /** Releases everything once; returns whether this call did. */
    private boolean free(State from) {
        boolean first = state.compareAndSet(from, State.OVER);
        if (first) {
            parts.close();
            owner.over(this);
        }
        return first;
    }

    private String faultCode() {
        return peerFault instanceof RequestTimeoutException ? StandardCodes.TIMEOUT : "";
    }

    private StreamEndedException resultEnded() {
        return new StreamEndedException("the result of \"" + operation + "\" has ended");
    }

    private static Throwable cause(Throwable thrown) {
        Throwable failure = FailureCause.of(thrown);
        return failure instanceof IOException && failure.getCause() instanceof GotalkException gotalk
                ? gotalk
                : failure;
    }

    /** The owner of the peer's open streams. */
    interface Owner {

        EngineSettings settings();

        Sock peer();

        ResultSender results();

        InboundParts newParts();

        ResultWriter newResult(RequestId id);

        /** The stream's handler is done or will not run. */
        void over(InboundStream stream);

        /** The peer may reuse the stream's id; its handler may still run. */
        void forget(InboundStream stream);

        /** Releases the permit of a stream, if it has one. */
        void release(InboundStream stream);
    }
}
