package org.gotalk.net;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.Peer;
import org.gotalk.internal.engine.Engine;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.net.internal.tls.TlsTransport;

/** Begins conversations over TLS with those who connect. Who fails at TLS never gets to the engine. */
final class TlsAcceptor {

    private final Engine engine;
    private final TlsLayer layer;
    private final Tls tls;
    private final Duration patience;
    private final Handlers handlers;

    /**
     * For one address.
     *
     * @param patience how long a client may take for TLS
     */
    TlsAcceptor(Engine engine, TlsLayer layer, Tls tls, Duration patience, Handlers handlers) {
        this.engine = engine;
        this.layer = layer;
        this.tls = tls;
        this.patience = patience;
        this.handlers = handlers;
    }

    /**
     * Begins with one.
     *
     * @return completes when the connection has ended, and fails when it did not come about
     */
    CompletionStage<CloseReason> begin(SocketChannel channel, Sockets sockets) throws IOException {
        String from = PeerAddress.of(channel, "tls");
        return layer.secure(sockets.adopt(channel), tls.serverEngine(), patience)
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
            Peer peer = new Peer(from, secured.peer().map(TlsAcceptor::identity), Map.of());
            return engine.connect(secured, peer, handlers).closed();
        } catch (IllegalStateException e) {
            secured.close(1001, "this side stops");
            throw e;
        }
    }
}
