package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;

/** A request with a single payload and a single result. */
public final class WholeRequest extends InboundRequest implements HandlerRun.Call {

    private final SingleRequest message;
    private final RequestHandler handler;
    private final Sock peer;
    private final ResultSender results;

    /**
     * A request whose handler has not started.
     *
     * @param message the request
     * @param handler the operation's handler
     * @param peer the requester
     * @param results sends the result
     */
    public WholeRequest(SingleRequest message, RequestHandler handler, Sock peer, ResultSender results) {
        this.message = message;
        this.handler = handler;
        this.peer = peer;
        this.results = results;
    }

    @Override
    public RequestId id() {
        return message.id();
    }

    @Override
    public int size() {
        return message.payload().size();
    }

    @Override
    public boolean isNonBlocking() {
        return handler.isNonBlocking();
    }

    @Override
    public boolean run(Completion completion) {
        return HandlerRun.of(this, this, completion);
    }

    @Override
    public int refuse(Duration delay, String reason) {
        return results.retry(id(), delay, reason);
    }

    @Override
    public CompletionStage<byte[]> begin() throws Exception {
        return handler.handle(peer, message.operation(), message.payload().bytes(), this);
    }

    @Override
    public void succeeded(byte[] payload) {
        if (!isUnwanted()) {
            results.result(id(), payload);
        }
    }

    @Override
    public void failed(Throwable thrown) {
        if (!isExpected(thrown)) {
            results.failure(id(), message.operation(), thrown);
        }
    }
}
