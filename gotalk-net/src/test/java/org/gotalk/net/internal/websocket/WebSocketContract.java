package org.gotalk.net.internal.websocket;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;
import org.gotalk.testing.contract.TransportContract;
import org.gotalk.testing.websocket.ServerEnd;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketClients;
import org.gotalk.testing.websocket.WebSocketServer;

/** WebSockets: our client at one end, a server of the tests' own at the other. */
abstract class WebSocketContract extends TransportContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 1 << 20;

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final WebSocketServer server = new WebSocketServer();
    private final WebSocketClients clients = new WebSocketClients(new SystemScheduler(time));

    /** Which subprotocol the server selects; empty for none. */
    abstract String selected();

    @Override
    protected Ends connect() throws Exception {
        CompletableFuture<Transport> connecting =
                clients.connect(WebSocketClients.request(server.address(), PATIENCE, LONGEST_TEXT));
        ServerSide side = server.accept();
        ServerSide unused = selected().isEmpty() ? side.opens() : side.opens(selected());
        Transport client = connecting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new Ends(client, new ServerEnd(side, selected()).transport());
    }

    @Override
    protected void release() throws Exception {
        clients.close();
        server.close();
        time.shutdownNow();
    }
}
