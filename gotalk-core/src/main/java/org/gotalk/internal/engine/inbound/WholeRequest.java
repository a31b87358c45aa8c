package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.internal.wire.SingleRequest;

/**
 * A request that came as a whole and is answered as a whole.
 *
 * @param message what came
 * @param handler the operation's handler
 * @param peer where it came from
 * @param answers takes the answer
 */
public record WholeRequest(SingleRequest message, RequestHandler handler, Sock peer, ResultSender answers)
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
    public boolean run(Runnable answeredLater) {
        return HandlerRun.of(
                () -> handler.handle(
                        peer, message.operation(), message.payload().bytes()),
                this,
                answeredLater);
    }

    @Override
    public int refuse(Duration delay, String reason) {
        return answers.retry(message.id(), delay, reason);
    }

    @Override
    public void succeeded(byte[] payload) {
        answers.result(message.id(), payload);
    }

    @Override
    public void failed(Throwable thrown) {
        answers.failure(message.id(), message.operation(), thrown);
    }
}
