package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.internal.wire.message.SingleRequest;

/**
 * A request with a single payload and a single result.
 *
 * @param message the request
 * @param handler the operation's handler
 * @param peer the requester
 * @param results sends the result
 */
public record WholeRequest(SingleRequest message, RequestHandler handler, Sock peer, ResultSender results)
        implements InboundRequest, HandlerRun.Outcome {

    @Override
    public int size() {
        return message.payload().size();
    }

    @Override
    public boolean isNonBlocking() {
        return handler.isNonBlocking();
    }

    @Override
    public boolean run(Runnable whenDone) {
        return HandlerRun.of(
                () -> handler.handle(
                        peer, message.operation(), message.payload().bytes()),
                this,
                whenDone);
    }

    @Override
    public int refuse(Duration delay, String reason) {
        return results.retry(message.id(), delay, reason);
    }

    @Override
    public void succeeded(byte[] payload) {
        results.result(message.id(), payload);
    }

    @Override
    public void failed(Throwable thrown) {
        results.failure(message.id(), message.operation(), thrown);
    }
}
