package org.gotalk.demo.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.gotalk.Handlers;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Operation;
import org.gotalk.net.Gotalk;

/** Work that takes as long as a test wants. */
@ApplicationScoped
public class Workshop {

    private final Semaphore done = new Semaphore(0);

    @Operation
    public void work() throws InterruptedException {
        done.acquire();
    }

    @Operation
    @NonBlocking
    public void finish() {
        done.release();
    }

    /** An engine of the application's own, which drains as long as its one request runs. */
    @Operation("drain another")
    public void drainAnother() {
        Gotalk another = Gotalk.builder()
                .handlers(Handlers.create()
                        .handleBuffer("never", (peer, name, payload) -> new CompletableFuture<byte[]>()))
                .build();
        var unused = Gotalk.create().pipe(another).requestAsync("never", "", byte[].class, Duration.ZERO);
        var unusedEither = another.drain(Duration.ofMinutes(1));
    }
}
