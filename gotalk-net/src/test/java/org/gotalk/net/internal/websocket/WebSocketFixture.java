package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.spi.Transport;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketClients;
import org.gotalk.testing.websocket.WebSocketServer;

/**
 * A server of the tests' own, and clients that come to it. The clients' time stands still, so that a slow machine is no
 * reason for a ping or an end, until a test lets it pass; then it runs fast.
 */
final class WebSocketFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final int LONGEST_TEXT = 1000;
    static final String THREADS = WebSocketClients.THREADS;

    private static final int HASTE = 20;

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final WebSocketServer server = new WebSocketServer();
    private final WebSocketClients clients = new WebSocketClients(new StoppableTime());
    private volatile boolean timePasses;

    /** Lets the time of what is begun from now on pass, many times faster than it should. */
    void letTimePass() {
        timePasses = true;
    }

    WebSocketServer server() {
        return server;
    }

    /** A request for the server that offers {@code gotalk.v1}. */
    ConnectRequest request() {
        return request(server.address());
    }

    static ConnectRequest request(URI address) {
        return request(address, Map.of(), List.of("gotalk.v1"), PATIENCE.multipliedBy(HASTE));
    }

    /** A request that says other things. */
    ConnectRequest request(Map<String, List<String>> headers, List<String> subprotocols) {
        return request(server.address(), headers, subprotocols, PATIENCE.multipliedBy(HASTE));
    }

    /** A request that is given up soon. */
    ConnectRequest impatient() {
        return request(server.address(), Map.of(), List.of(), Duration.ofMillis(500));
    }

    private static ConnectRequest request(
            URI address, Map<String, List<String>> headers, List<String> subprotocols, Duration patience) {
        return WebSocketClients.request(address, headers, subprotocols, patience, LONGEST_TEXT);
    }

    CompletableFuture<Transport> connect(ConnectRequest request) {
        return clients.connect(request);
    }

    /** A connection in our own framing. */
    Conversation packed() throws Exception {
        return opened("gotalk.v1");
    }

    /** A connection in the reference's framing. */
    Conversation reference() throws Exception {
        return opened("");
    }

    private Conversation opened(String subprotocol) throws Exception {
        CompletableFuture<Transport> connecting = connect(request());
        ServerSide side = server.accept();
        ServerSide unused = subprotocol.isEmpty() ? side.opens() : side.opens(subprotocol);
        return new Conversation(side, connecting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Ends the clients alone. */
    void closeClients() {
        clients.close();
    }

    @Override
    public void close() throws IOException {
        clients.close();
        server.close();
        time.shutdownNow();
    }

    /** The server's side, and the client's, which is not started. */
    record Conversation(ServerSide server, Transport client) {}

    /** Runs tasks never, or many times sooner than they should. */
    private final class StoppableTime implements Scheduler {

        private final Scheduler scheduler = new SystemScheduler(time);

        @Override
        public Cancellable schedule(Runnable task, Duration delay) {
            return timePasses ? scheduler.schedule(task, delay.dividedBy(HASTE)) : () -> {};
        }

        @Override
        public long nanoTime() {
            return scheduler.nanoTime();
        }

        @Override
        public long epochSeconds() {
            return scheduler.epochSeconds();
        }
    }
}
