package org.gotalk.internal.engine.observed;

import java.util.concurrent.CompletionStage;
import org.gotalk.Cancellation;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.spi.MessageObservation;

/** Handles one request while it is observed. */
record ObservedRequestHandler(RequestHandler handler, MessageObservation seen) implements RequestHandler {

    @Override
    public boolean isNonBlocking() {
        return handler.isNonBlocking();
    }

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception {
        return handle(peer, operation, payload, Cancellation.NEVER);
    }

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload, Cancellation cancellation)
            throws Exception {
        return ObservedRun.of(
                seen, cancellation::isCancelled, () -> handler.handle(peer, operation, payload, cancellation));
    }
}
