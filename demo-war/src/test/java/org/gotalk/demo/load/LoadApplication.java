package org.gotalk.demo.load;

import java.util.concurrent.CompletableFuture;
import org.gotalk.Application;
import org.gotalk.Handlers;

/** Echoes. */
public final class LoadApplication implements Application {

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload));
    }
}
