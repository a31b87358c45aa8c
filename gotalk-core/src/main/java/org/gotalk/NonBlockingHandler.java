package org.gotalk;

import java.util.concurrent.CompletionStage;

/** A handler that runs where bytes arrive. */
record NonBlockingHandler(RequestHandler handler) implements RequestHandler {

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception {
        return handler.handle(peer, operation, payload);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
