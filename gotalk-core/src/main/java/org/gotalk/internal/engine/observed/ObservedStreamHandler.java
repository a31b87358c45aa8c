package org.gotalk.internal.engine.observed;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.StreamHandler;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.spi.MessageObservation;

/** Handles one request in parts while it is observed. */
record ObservedStreamHandler(StreamHandler handler, MessageObservation seen) implements StreamHandler {

    @Override
    public CompletionStage<byte[]> handle(Sock peer, StreamRequest request, StreamResult result) throws Exception {
        return ObservedRun.of(seen, request.cancellation()::isCancelled, () -> handler.handle(peer, request, result));
    }
}
