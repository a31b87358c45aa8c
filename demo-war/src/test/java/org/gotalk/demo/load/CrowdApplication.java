package org.gotalk.demo.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Waits until all have come, and then asks each who it is. */
public final class CrowdApplication implements Application {

    static final int ALL = 1000;

    private static final byte[] QUESTION = {'?'};

    private final AtomicInteger present = new AtomicInteger();
    private final CompletableFuture<byte[]> complete = new CompletableFuture<>();

    @Override
    public Handlers handlers() {
        return Handlers.create().handleBuffer("meet", (peer, name, payload) -> {
            if (present.incrementAndGet() == ALL) {
                complete.complete(QUESTION);
            }
            return complete.thenCompose(question -> peer.requestAsync("who", question, byte[].class));
        });
    }
}
