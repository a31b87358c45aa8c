package org.gotalk.net.internal.connect;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.spi.Transport;

/** Connects over TCP, and puts TLS on it. */
final class TlsDialer implements Dialer {

    private final Dialer tcp;
    private final TlsLayer layer;
    private final Supplier<SSLEngine> client;
    private final Executor executor;

    TlsDialer(Dialer tcp, TlsLayer layer, Supplier<SSLEngine> client, Executor executor) {
        this.tcp = tcp;
        this.layer = layer;
        this.client = client;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Transport> dial(Duration timeout) {
        return CompletableFuture.supplyAsync(this::engine, executor)
                .thenCompose(engine -> tcp.dial(timeout)
                        .thenCompose(socket -> layer.secure(socket, engine, timeout))
                        .thenApply(Function.identity()));
    }

    /** Reads files of the JDK the first time, and computes keys to begin with: nothing for a thread that serves sockets. */
    private SSLEngine engine() {
        try {
            SSLEngine engine = client.get();
            engine.beginHandshake();
            return engine;
        } catch (SSLException e) {
            throw new CompletionException(e);
        }
    }
}
