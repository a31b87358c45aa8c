package org.gotalk.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;

/** An operation that answers each part with the same part, without a thread that waits. */
public final class EchoedParts {

    private EchoedParts() {}

    /** The operation. */
    public static CompletionStage<byte[]> answer(Sock peer, StreamRequest request, StreamResult result) {
        return request.readAsync()
                .thenCompose(part -> part.isEmpty()
                        ? CompletableFuture.completedStage(new byte[0])
                        : result.writeAsync(part.get()).thenCompose(queued -> answer(peer, request, result)));
    }
}
