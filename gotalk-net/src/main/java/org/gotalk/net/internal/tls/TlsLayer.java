package org.gotalk.net.internal.tls;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Transport;

/** Puts TLS on connections. All methods may be called from any thread, and none blocks. */
public final class TlsLayer {

    private final TlsBuffers buffers = new TlsBuffers();
    private final Executor executor;
    private final Scheduler scheduler;

    /** The executor computes keys and looks at certificates; one that is full is asked again. */
    public TlsLayer(Executor executor, Scheduler scheduler) {
        this.executor = executor;
        this.scheduler = scheduler;
    }

    /**
     * Makes a connection secure.
     *
     * @param connected not started yet; it is closed where this fails
     * @param engine new, in client or in server mode
     * @param patience how long the handshake may take
     * @return the connection, to be started or closed; fails with a {@link javax.net.ssl.SSLException} whose message is
     *     fit for the user
     */
    public CompletableFuture<TlsTransport> secure(Transport connected, SSLEngine engine, Duration patience) {
        return new TlsTransport(connected, engine, buffers, executor, scheduler).handshake(patience);
    }
}
