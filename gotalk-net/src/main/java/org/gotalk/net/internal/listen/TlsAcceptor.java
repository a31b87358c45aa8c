package org.gotalk.net.internal.listen;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Handshake;
import org.gotalk.Identity;
import org.gotalk.Peer;
import org.gotalk.internal.engine.Engine;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.socket.PeerAddress;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.net.internal.tls.TlsTransport;

/** Begins conversations over TLS. A peer that fails at TLS never gets to the engine. */
public final class TlsAcceptor implements PeerAcceptor {

    private final Engine engine;
    private final Threads threads;
    private final TlsLayer layer;
    private final Supplier<SSLEngine> server;
    private final Handlers handlers;

    /**
     * For one address.
     *
     * @param server creates the TLS engine of a connection
     */
    public TlsAcceptor(Engine engine, Threads threads, TlsLayer layer, Supplier<SSLEngine> server, Handlers handlers) {
        this.engine = engine;
        this.threads = threads;
        this.layer = layer;
        this.server = server;
        this.handlers = handlers;
    }

    @Override
    public CompletionStage<CloseReason> accept(SocketChannel channel) throws IOException {
        String from = PeerAddress.of(channel, "tls");
        Duration patience = engine.limits().handshakeTimeout();
        return layer.secure(threads.sockets().adopt(channel), server.get(), patience)
                .whenComplete((secured, failure) -> {
                    if (failure != null) {
                        LOG.log(Level.DEBUG, "TLS handshake with {0} failed: {1}", from, failure.getMessage());
                    }
                })
                .thenCompose(secured -> converse(secured, from));
    }

    /** Certificates name no roles; the application may add them when the connection opens. */
    private static Identity identity(Principal subject) {
        return new Identity(subject, Set.of());
    }

    private CompletionStage<CloseReason> converse(TlsTransport secured, String from) {
        try {
            Peer peer = new Peer(from, secured.peer().map(TlsAcceptor::identity), Handshake.NONE);
            return engine.connect(secured, peer, handlers).closed();
        } catch (IllegalStateException e) {
            secured.close(1001, "this side stops");
            throw e;
        }
    }
}
