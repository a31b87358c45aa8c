package org.gotalk.cdi;

import jakarta.enterprise.inject.Instance;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.engine.Engine;
import org.gotalk.engine.Scheduler;
import org.gotalk.transport.Pipe;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A CDI container with some beans, and an engine that serves them to peers in the same JVM. */
final class Served implements AutoCloseable {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final WeldContainer container;
    private final Limits limits;
    private final Engine server;

    private Served(Weld weld, Limits limits) {
        this.container = weld.initialize();
        this.limits = limits;
        try {
            this.server = engine(Engine.builder(new CdiApplication()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static Served beans(Class<?>... classes) {
        return new Served(weld(classes), Limits.defaults());
    }

    static Served with(Weld weld) {
        return new Served(weld, Limits.defaults());
    }

    static Served with(Limits limits, Class<?>... classes) {
        return new Served(weld(classes), limits);
    }

    /** A container that does nothing but what the classes say. */
    static Weld weld(Class<?>... classes) {
        return new Weld().disableDiscovery().beanClasses(classes);
    }

    /** A peer without handlers. */
    Sock connect() {
        return connect(Handlers.create());
    }

    /** A peer that is called back. */
    Sock connect(Handlers handlers) {
        Pipe pipe = Pipe.on(executor);
        server.connect(pipe.left(), Peer.at("client"));
        return engine(Engine.builder(() -> handlers)).connect(pipe.right(), Peer.at("server"));
    }

    private Engine engine(Engine.Builder builder) {
        return builder.limits(limits)
                .executor(executor)
                .scheduler(Scheduler.on(timer))
                .build();
    }

    <T> T bean(Class<T> type) {
        return select(type).get();
    }

    <T> Instance<T> select(Class<T> type) {
        return container.select(type);
    }

    /** Stops the container; connections stay. */
    void stopContainer() {
        container.shutdown();
    }

    @Override
    public void close() {
        if (container.isRunning()) {
            container.shutdown();
        }
        timer.shutdownNow();
        executor.shutdownNow();
    }
}
