package org.gotalk.testing.websocket;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;

/** Gotalk at the server's side of WebSockets. */
public final class GotalkServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final WebSocketServer server;
    private final Engine engine;
    private volatile boolean closed;

    /** Serves clients of this server. */
    public GotalkServer(WebSocketServer server, Handlers handlers) {
        this(server, handlers, Limits.defaults());
    }

    /** Serves clients of this server within limits. */
    public GotalkServer(WebSocketServer server, Handlers handlers, Limits limits) {
        this.server = server;
        engine = new EngineBuilder(() -> handlers)
                .limits(limits)
                .executor(threads)
                .scheduler(new SystemScheduler(time))
                .build();
    }

    public String address() {
        return server.address().toString();
    }

    /** The next client, in our own framing. */
    public Sock accept() throws IOException {
        return converse(server.accept().opens("gotalk.v1"), "gotalk.v1");
    }

    /** The next client, in the reference's framing. */
    public Sock acceptAsTheReference() throws IOException {
        return converse(server.accept().opens(), "");
    }

    /** Takes all clients that come to a handshake, in our own framing. */
    public GotalkServer acceptingAll() {
        threads.execute(() -> {
            while (!closed) {
                try {
                    Sock unused = accept();
                } catch (IOException e) {
                    // The client did not like the server, or nobody came, or all is over.
                }
            }
        });
        return this;
    }

    /** Begins to converse with a client whose handshake was answered. */
    public Sock converse(ServerSide side, String subprotocol) {
        return engine.connect(new ServerEnd(side, subprotocol).transport(), Peer.at("client"));
    }

    /** Says goodbye to all, and waits for their answers. */
    @Override
    public void close() throws IOException {
        closed = true;
        engine.drain(Duration.ZERO)
                .toCompletableFuture()
                .orTimeout(WebSocketServer.LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        server.close();
        threads.shutdown();
        time.shutdownNow();
    }
}
