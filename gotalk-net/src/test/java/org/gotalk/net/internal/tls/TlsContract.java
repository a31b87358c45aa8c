package org.gotalk.net.internal.tls;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.testing.contract.Ends;
import org.gotalk.testing.contract.TransportContract;

/** TLS over whatever carries it. */
abstract class TlsContract extends TransportContract {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final ExecutorService threads = Executors.newCachedThreadPool();
    final Scheduler scheduler;

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final TlsLayer layer;
    private final Engines engines;

    TlsContract(String version) {
        scheduler = new SystemScheduler(time);
        layer = new TlsLayer(threads, scheduler);
        engines = new Engines(version);
    }

    /** A connection without TLS. */
    abstract Ends plain() throws Exception;

    @Override
    protected final Ends connect() throws Exception {
        Ends plain = plain();
        CompletableFuture<TlsTransport> server = layer.secure(plain.other(), engines.server(), PATIENCE);
        CompletableFuture<TlsTransport> client = layer.secure(plain.one(), engines.client(), PATIENCE);
        return new Ends(
                client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), server.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    protected void release() throws Exception {
        threads.shutdown();
        time.shutdownNow();
    }
}
