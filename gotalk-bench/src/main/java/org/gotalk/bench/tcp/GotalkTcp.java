package org.gotalk.bench.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.bench.server.UntilInputEnds;
import org.gotalk.net.Gotalk;
import org.gotalk.net.Listener;

/** Gotalk without a container. */
public final class GotalkTcp {

    private GotalkTcp() {}

    /** Says its port, and ends with its input. */
    public static void main(String[] args) throws IOException {
        Handlers handlers = Handlers.create().handle("echo", byte[].class, payload -> payload);
        handlers.nonBlocking().handle("echo now", byte[].class, payload -> payload);
        handlers.handleStream("send back", (request, result) -> request.parts().forEach(result::write));
        handlers.handleStream("take in", (peer, request, result) -> {
            long size = request.parts().mapToLong(part -> part.length).sum();
            return CompletableFuture.completedStage(Long.toString(size).getBytes(US_ASCII));
        });
        try (Gotalk gotalk = Gotalk.serving(handlers);
                Listener listener = gotalk.listen("tcp://localhost:0")) {
            UntilInputEnds.serve(listener.address().getPort());
        }
    }
}
