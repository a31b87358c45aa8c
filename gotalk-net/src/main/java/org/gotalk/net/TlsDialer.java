package org.gotalk.net;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.spi.Transport;

/** Connects over TCP, and puts TLS on it. */
final class TlsDialer implements Dialer {

    private final Dialer sockets;
    private final TlsLayer layer;
    private final Threads threads;

    TlsDialer(Dialer sockets, TlsLayer layer, Threads threads) {
        this.sockets = sockets;
        this.layer = layer;
        this.threads = threads;
    }

    @Override
    public CompletionStage<Transport> dial(Address address, ConnectOptions options) {
        return CompletableFuture.supplyAsync(() -> engine(address, options.tls()), threads.executor())
                .thenCompose(engine -> sockets.dial(address, options)
                        .thenCompose(socket -> layer.secure(socket, engine, options.timeout()))
                        .thenApply(Function.identity()));
    }

    /** Reads files of the JDK the first time, and computes keys to begin with: nothing for a thread that serves sockets. */
    private static SSLEngine engine(Address address, Tls tls) {
        try {
            SSLEngine engine = tls.clientEngine(address);
            engine.beginHandshake();
            return engine;
        } catch (SSLException e) {
            throw new CompletionException(e);
        }
    }
}
