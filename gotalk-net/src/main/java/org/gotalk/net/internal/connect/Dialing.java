package org.gotalk.net.internal.connect;

import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.net.internal.tls.TlsTransport;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/** Connects to peers: the network connection first, then the Gotalk handshake. */
public final class Dialing {

    private final Engine engine;
    private final Threads threads;
    private final TlsLayer layer;

    public Dialing(Engine engine, Threads threads, TlsLayer layer) {
        this.engine = engine;
        this.threads = threads;
        this.layer = layer;
    }

    /** Over TCP, to the first address of the host that accepts. */
    public Dialer tcp(String host, int port) {
        return SocketDialer.tcp(host, port, threads);
    }

    /** To a Unix-domain socket. */
    public Dialer unix(UnixDomainSocketAddress file) {
        return SocketDialer.unix(file, threads);
    }

    /**
     * Over TCP, through the HTTP proxy for a host, if there is one.
     *
     * @param selector selects the proxy; null for none
     * @param credentials asked where the proxy asks for a user
     */
    public Dialer throughProxy(
            ProxyTarget target, @Nullable ProxySelector selector, Optional<Authenticator> credentials) {
        return new ProxyDialer(target, selector, credentials, threads);
    }

    /** With TLS on another connection. */
    public Dialer tls(Dialer lower, TlsClient client) {
        return new TlsDialer(lower, layer, client, threads.executor());
    }

    /** To a WebSocket server. */
    public Dialer webSocket(Dialer lower, WebSocketTarget target) {
        return new WebSocketDialer(lower, target, threads, engine.limits().maxPayload());
    }

    /**
     * Connects without blocking.
     *
     * @param address of the peer, for logs and exceptions
     * @param handlers offered to the peer
     * @return fails with {@link ConnectFailedException}
     */
    public CompletionStage<EngineSock> dial(Dialer dialer, String address, Handlers handlers, Duration timeout) {
        return CompletableFuture.completedFuture(timeout)
                .thenCompose(dialer::dial) // a full executor, too, fails the stage
                .thenCompose(transport -> handshake(transport, address, handlers, timeout))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(new ConnectFailedException(address, cause(failure))));
    }

    private CompletionStage<EngineSock> handshake(
            Transport transport, String address, Handlers handlers, Duration timeout) {
        return engine.open(transport, Peer.at(address), handlers, timeout)
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
