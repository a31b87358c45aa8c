package org.gotalk.demo.load;

import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Large results, and the size of what comes. */
public final class SlowLinkApplication implements Application {

    static final int SIZE = 5 << 20;

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleBuffer("large", (peer, name, nothing) -> CompletableFuture.completedFuture(new byte[SIZE]))
                .handle("size", byte[].class, payload -> payload.length);
    }
}
