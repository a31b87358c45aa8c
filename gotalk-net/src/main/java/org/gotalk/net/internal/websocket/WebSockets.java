package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Transport;

/** Makes WebSockets of connections. */
public final class WebSockets {

    private WebSockets() {}

    /**
     * Opens a WebSocket on a connection. Does not block.
     *
     * @param connected not started yet; it is closed where this fails
     * @return the WebSocket, to be started or closed; fails with an {@link IOException} that says what went wrong
     */
    public static CompletableFuture<Transport> open(Transport connected, ConnectRequest request, Scheduler scheduler) {
        return new WebSocketConnect(connected, request, scheduler).begin();
    }
}
