package org.gotalk;

import java.util.concurrent.CompletionStage;

/** A non-blocking request handler. */
record NonBlockingHandler(RequestHandler handler) implements RequestHandler {

    static RequestHandler of(RequestHandler handler, boolean nonBlocking) {
        return nonBlocking ? new NonBlockingHandler(handler) : handler;
    }

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception {
        return handler.handle(peer, operation, payload);
    }

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload, Cancellation cancellation)
            throws Exception {
        return handler.handle(peer, operation, payload, cancellation);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
