package org.gotalk.net.internal.connect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.net.internal.tls.TlsTransport;
import org.gotalk.spi.Transport;

/** Puts TLS on the connection of another dialer. */
final class TlsDialer implements Dialer {

    private static final int POLICY = 1008;

    private final Dialer lower;
    private final TlsLayer layer;
    private final TlsClient client;
    private final Executor executor;

    TlsDialer(Dialer lower, TlsLayer layer, TlsClient client, Executor executor) {
        this.lower = lower;
        this.layer = layer;
        this.client = client;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Transport> dial(Duration timeout) {
        return CompletableFuture.supplyAsync(this::engine, executor)
                .thenCompose(engine -> lower.dial(timeout)
                        .thenCompose(socket -> layer.secure(socket, engine, timeout))
                        .thenCompose(this::checked));
    }

    private CompletionStage<Transport> checked(TlsTransport secured) {
        Optional<SSLException> wrong = client.host().flatMap(secured::mismatch);
        if (wrong.isEmpty()) {
            return CompletableFuture.completedFuture(secured);
        }
        secured.close(POLICY, "");
        return CompletableFuture.failedFuture(wrong.get());
    }

    /** Reads files of the JDK the first time, and computes keys to begin with: nothing for a thread that serves sockets. */
    private SSLEngine engine() {
        try {
            SSLEngine engine = client.engine().get();
            engine.beginHandshake();
            return engine;
        } catch (SSLException e) {
            throw new CompletionException(e);
        }
    }
}
