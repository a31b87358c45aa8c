package org.gotalk.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.spi.Application;

/** An engine with connections whose handshakes are done. */
final class Conversations implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LaterExecutor executor = new LaterExecutor();
    private final List<MemoryTransport> transports = new ArrayList<>();
    private final List<Sock> socks = new ArrayList<>();

    Conversations(Handlers handlers, int count) {
        Application application = () -> handlers;
        Engine engine = new EngineBuilder(application)
                .executor(executor)
                .scheduler(new SystemScheduler(timer))
                .build();
        for (int i = 0; i < count; i++) {
            MemoryTransport transport = new MemoryTransport();
            socks.add(engine.connect(transport, Peer.at("memory")));
            transport.receive(Bytes.version());
            transports.add(transport);
        }
        executor.runAll();
    }

    MemoryTransport first() {
        return transports.get(0);
    }

    Sock firstSock() {
        return socks.get(0);
    }

    List<Sock> socks() {
        return socks;
    }

    /** Runs what handlers are to do. */
    void runAll() {
        executor.runAll();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
