package org.gotalk.net.internal.connect;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.websocket.ConnectRequest;
import org.gotalk.net.internal.websocket.WebSockets;
import org.gotalk.spi.Transport;

/** Opens a WebSocket on the connection of another dialer. */
final class WebSocketDialer implements Dialer {

    /** A text carries a payload at most, or what comes before it. */
    private static final int SHORTEST_LIMIT = 64 * 1024;

    private final Dialer lower;
    private final WebSocketTarget target;
    private final Threads threads;
    private final int longestText;

    /**
     * A dialer.
     *
     * @param maxPayload of the engine, in bytes
     */
    WebSocketDialer(Dialer lower, WebSocketTarget target, Threads threads, int maxPayload) {
        this.lower = lower;
        this.target = target;
        this.threads = threads;
        this.longestText = Math.max(maxPayload, SHORTEST_LIMIT);
    }

    /** Asking for a token may take time, so it is done first, on a thread that may wait. */
    @Override
    public CompletionStage<Transport> dial(Duration timeout) {
        try {
            threads.sockets();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.supplyAsync(target.headers(), threads.executor())
                .thenCompose(headers -> lower.dial(timeout)
                        .thenCompose(connected ->
                                WebSockets.open(connected, request(headers, timeout), threads.scheduler())));
    }

    private ConnectRequest request(Map<String, List<String>> headers, Duration timeout) {
        return new ConnectRequest(
                target.address(), target.host(), headers, target.subprotocols(), timeout, longestText);
    }
}
