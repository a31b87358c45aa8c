package org.gotalk.demo.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.engine.Engine;
import org.gotalk.engine.Scheduler;
import org.gotalk.transport.WebSocketTransport;

/** Connections to one server, made by the engine. */
public final class Clients implements AutoCloseable {

    private static final long LONGEST_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final Map<Sock, ClientChannel> channels = new ConcurrentHashMap<>();
    private final URI application;
    private final Engine engine;

    /**
     * No connection yet.
     *
     * @param application address of the web application, whose endpoint is at its {@code gotalk}
     */
    public Clients(URI application, Limits limits) {
        this.application = application;
        engine = Engine.builder(Handlers::create)
                .limits(limits)
                .executor(executor)
                .scheduler(Scheduler.on(time))
                .build();
    }

    /** A new connection, which speaks {@code gotalk.v1}. */
    public Sock connect() throws Exception {
        return connect("gotalk");
    }

    /** The same, to another endpoint of the application. */
    public Sock connect(String path) throws Exception {
        return connect(http.newWebSocketBuilder(), path);
    }

    /** The same, of a user who signs in with the handshake. */
    public Sock connectAs(String user, String password) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return connect(http.newWebSocketBuilder().header("Authorization", "Basic " + credentials), "gotalk");
    }

    private Sock connect(WebSocket.Builder builder, String path) throws Exception {
        URI endpoint = URI.create(application.resolve(path).toString().replaceFirst("http", "ws"));
        ClientChannel channel = new ClientChannel(executor);
        WebSocketTransport transport = builder.subprotocols(WebSocketTransport.SUBPROTOCOL)
                .connectTimeout(Duration.ofSeconds(LONGEST_SECONDS))
                .buildAsync(endpoint, channel)
                .thenCompose(socket -> channel.connected())
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);
        Sock sock = engine.connect(transport, Peer.at(endpoint.toString()));
        channels.put(sock, channel);
        sock.closed().thenRun(() -> channels.remove(sock));
        return sock;
    }

    /** Loses a connection without a farewell. */
    public void vanish(Sock sock) {
        ClientChannel channel = channels.get(sock);
        if (channel != null) {
            channel.vanish();
        }
    }

    /** Loses all connections, and waits until they have ended. */
    @Override
    public void close() {
        CompletableFuture<?> ended = CompletableFuture.allOf(channels.keySet().stream()
                .map(sock -> sock.closed().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
        channels.values().forEach(ClientChannel::vanish);
        engine.close();
        ended.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
        time.shutdownNow();
        executor.shutdownNow();
    }
}
