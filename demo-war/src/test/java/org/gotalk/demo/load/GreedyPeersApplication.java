package org.gotalk.demo.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Operations that are quick, whose results are large, and that hold a thread for a while. */
public final class GreedyPeersApplication implements Application {

    static final Duration SLOW = Duration.ofMillis(100);

    private static final byte[] LARGE = new byte[16 * 1024];

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle("echo", byte[].class, bytes -> bytes)
                .handle("large", byte[].class, nothing -> LARGE)
                .handleBuffer("slow", (peer, name, payload) -> {
                    // As a query of a database does.
                    boolean unused = new CountDownLatch(1).await(SLOW.toMillis(), TimeUnit.MILLISECONDS);
                    return CompletableFuture.completedFuture(payload);
                });
    }
}
