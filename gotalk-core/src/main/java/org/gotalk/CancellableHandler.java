package org.gotalk;

import java.util.concurrent.CompletionStage;
import org.gotalk.Handlers.CancellableFunction;

/** A handler of typed values that learns that nobody waits for its result any more. */
record CancellableHandler<I>(Class<I> valueType, CancellableFunction<I> function) implements RequestHandler {

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception {
        return handle(peer, operation, payload, Cancellation.NEVER);
    }

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload, Cancellation cancellation)
            throws Exception {
        I value = Values.required(peer.codec(), payload, valueType);
        return ResultEncoder.encoded(peer.codec(), function.apply(peer, value, cancellation));
    }
}
