package org.gotalk.net;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.ConnectFailedException;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.net.internal.tls.TlsTransport;
import org.gotalk.spi.Transport;

/** Connects to addresses: the network connection first, then the Gotalk handshake. */
final class Dialing {

    private final Engine engine;
    private final Dialer sockets;
    private final Dialer tls;
    private final Dialer webSockets;

    Dialing(Engine engine, Threads threads, TlsLayer layer, Limits limits) {
        this.engine = engine;
        this.sockets = new SocketDialer(threads);
        this.tls = new TlsDialer(sockets, layer, threads);
        this.webSockets = new WebSocketDialer(threads, limits.maxPayload());
    }

    /** Connects without blocking; the stage fails with {@link ConnectFailedException}. */
    CompletionStage<EngineSock> dial(Address address, ConnectOptions options) {
        Dialer dialer = dialer(address.scheme());
        return CompletableFuture.completedFuture(address)
                .thenCompose(to -> dialer.dial(to, options)) // a full executor, too, fails the stage
                .thenCompose(transport -> handshake(transport, address, options))
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(new ConnectFailedException(address.toString(), cause(failure))));
    }

    private Dialer dialer(Scheme scheme) {
        return switch (scheme) {
            case TCP, UNIX -> sockets;
            case TLS -> tls;
            case WS, WSS -> webSockets;
        };
    }

    private CompletionStage<EngineSock> handshake(Transport transport, Address address, ConnectOptions options) {
        return engine.open(
                        transport,
                        Peer.at(address.toString()),
                        options.handlers().orElseGet(engine::handlers),
                        options.timeout())
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(reason(transport, failure)));
    }

    /**
     * In TLS 1.3 a server rejects the client certificate after the handshake, so the cause may be in the transport.
     */
    private static Throwable reason(Transport transport, Throwable failure) {
        return transport instanceof TlsTransport secured && secured.failure().isPresent()
                ? secured.failure().get()
                : failure;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean isWrapper = failure instanceof CompletionException || failure instanceof UncheckedIOException;
        return isWrapper && cause != null ? cause(cause) : failure;
    }
}
