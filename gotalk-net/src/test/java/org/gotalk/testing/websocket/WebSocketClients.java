package org.gotalk.testing.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.net.internal.websocket.ConnectRequest;
import org.gotalk.net.internal.websocket.WebSockets;
import org.gotalk.spi.Transport;

/** Clients of a {@link WebSocketServer}, below the engine. */
public final class WebSocketClients implements AutoCloseable {

    /** Two threads, whatever is connected. */
    public static final String THREADS = "websocket-clients";

    private final Scheduler scheduler;
    private final Sockets sockets;

    public WebSocketClients(Scheduler scheduler) {
        this.scheduler = scheduler;
        try {
            sockets = new Sockets(2, task -> new Thread(task, THREADS), scheduler);
        } catch (IOException e) {
            throw new IllegalStateException("no selector", e);
        }
    }

    /** A request of a client that says nothing special. */
    public static ConnectRequest request(URI address, Duration patience, int longestText) {
        return request(address, Map.of(), List.of("gotalk.v1"), patience, longestText);
    }

    public static ConnectRequest request(
            URI address,
            Map<String, List<String>> headers,
            List<String> subprotocols,
            Duration patience,
            int longestText) {
        return new ConnectRequest(address, address.getAuthority(), headers, subprotocols, patience, longestText);
    }

    public CompletableFuture<Transport> connect(ConnectRequest request) {
        InetSocketAddress server = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), request.address().getPort());
        return sockets.connect(server, request.patience())
                .thenCompose(connected -> WebSockets.open(connected, request, scheduler));
    }

    @Override
    public void close() {
        sockets.close();
    }
}
