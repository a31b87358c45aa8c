package org.gotalk.net.internal.connect;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.tls.FailureMessages;
import org.gotalk.net.internal.websocket.ConnectRequest;
import org.gotalk.net.internal.websocket.WebSockets;
import org.gotalk.spi.Transport;

/** Connects to a WebSocket server. */
final class WebSocketDialer implements Dialer {

    /** A text carries a payload at most, or what comes before it. */
    private static final int SHORTEST_LIMIT = 64 * 1024;

    private final WebSocketTarget target;
    private final Threads threads;
    private final int longestText;

    /**
     * A dialer.
     *
     * @param maxPayload of the engine, in bytes
     */
    WebSocketDialer(WebSocketTarget target, Threads threads, int maxPayload) {
        this.target = target;
        this.threads = threads;
        this.longestText = Math.max(maxPayload, SHORTEST_LIMIT);
    }

    @Override
    public CompletionStage<Transport> dial(Duration timeout) {
        WebSockets webSockets;
        try {
            webSockets = threads.webSockets();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.completedFuture(timeout)
                .thenComposeAsync(patience -> begin(webSockets, patience), threads.executor())
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure)));
    }

    /** What takes time is done here, on a thread that may wait: asking for a token, and for the host's address. */
    private CompletableFuture<Transport> begin(WebSockets webSockets, Duration timeout) {
        return webSockets.connect(new ConnectRequest(
                target.address(),
                target.headers().get(),
                target.subprotocols(),
                timeout,
                longestText,
                target.security().map(Supplier::get)));
    }

    private static Throwable explained(Throwable failure) {
        Throwable cause = FailureCause.of(failure);
        return cause instanceof SSLException tls ? FailureMessages.explained(tls) : cause;
    }
}
