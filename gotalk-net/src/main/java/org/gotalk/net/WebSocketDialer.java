package org.gotalk.net;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.net.internal.tls.FailureMessages;
import org.gotalk.net.internal.websocket.ConnectRequest;
import org.gotalk.net.internal.websocket.Security;
import org.gotalk.net.internal.websocket.WebSockets;
import org.gotalk.spi.Transport;

/** Connects to WebSocket servers. */
final class WebSocketDialer implements Dialer {

    /** A text carries a payload at most, or what comes before it. */
    private static final int SHORTEST_LIMIT = 64 * 1024;

    private final Threads threads;
    private final int longestText;

    /**
     * A dialer.
     *
     * @param maxPayload of the engine, in bytes
     */
    WebSocketDialer(Threads threads, int maxPayload) {
        this.threads = threads;
        this.longestText = Math.max(maxPayload, SHORTEST_LIMIT);
    }

    @Override
    public CompletionStage<Transport> dial(Address address, ConnectOptions options) {
        WebSockets webSockets;
        try {
            webSockets = threads.webSockets();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.completedFuture(address)
                .thenComposeAsync(to -> begin(webSockets, to, options), threads.executor())
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure)));
    }

    /** What takes time is done here, on a thread that may wait: asking for a token, and for the host's address. */
    private CompletableFuture<Transport> begin(WebSockets webSockets, Address address, ConnectOptions options) {
        return webSockets.connect(new ConnectRequest(
                address.uri(),
                options.webSocket().handshakeHeaders(),
                options.webSocket().subprotocols(),
                options.timeout(),
                longestText,
                address.scheme() == Scheme.WSS ? Optional.of(security(options.tls())) : Optional.empty()));
    }

    private static Security security(Tls tls) {
        return new Security(tls.webSocketContext(), tls.clientParameters());
    }

    private static Throwable explained(Throwable failure) {
        Throwable cause = FailureCause.of(failure);
        return cause instanceof SSLException tls ? FailureMessages.explained(tls) : cause;
    }
}
