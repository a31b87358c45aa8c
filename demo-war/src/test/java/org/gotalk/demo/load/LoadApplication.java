package org.gotalk.demo.load;

import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Echoes. */
public final class LoadApplication implements Application {

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload));
    }
}
