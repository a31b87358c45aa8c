package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.transport.Pipe;
import org.junit.jupiter.api.AfterEach;

/** Two engines that talk over pipes, with real threads in real time. */
abstract class EnginePair {

    final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final Handlers serverHandlers = Handlers.create();
    final Handlers clientHandlers = Handlers.create();
    final Engine server;
    final Engine client;

    EnginePair() {
        this(Limits.defaults());
    }

    EnginePair(Limits limits) {
        server = engine(serverHandlers, limits);
        client = engine(clientHandlers, limits);
    }

    private Engine engine(Handlers handlers, Limits limits) {
        return new EngineBuilder(() -> handlers)
                .limits(limits)
                .executor(threads)
                .scheduler(new SystemScheduler(timer))
                .build();
    }

    @AfterEach
    void stop() throws InterruptedException {
        client.close();
        server.close();
        timer.shutdownNow();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The client's end of a new connection. */
    Sock connect() {
        Pipe pipe = Pipe.on(threads);
        server.connect(pipe.right(), Peer.at("client"));
        return client.connect(pipe.left(), Peer.at("server"));
    }
}
