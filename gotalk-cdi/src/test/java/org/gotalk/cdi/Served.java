package org.gotalk.cdi;

import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.transport.Pipe;
import org.gotalk.spi.Transport;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A CDI container with some beans, and an engine that serves them to peers in the same JVM. */
public final class Served implements AutoCloseable {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final WeldContainer container;
    private final Engine server;

    private Served(Weld weld) {
        this.container = weld.initialize();
        try {
            this.server = engine(new EngineBuilder(new CdiApplication()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public static Served beans(Class<?>... classes) {
        return new Served(weld(classes));
    }

    public static Served with(Weld weld) {
        return new Served(weld);
    }

    /** A container that does nothing but what the classes say. */
    public static Weld weld(Class<?>... classes) {
        return new Weld().disableDiscovery().beanClasses(classes);
    }

    /** A peer without handlers. */
    public Sock connect() {
        return connect(Handlers.create());
    }

    /** A peer that is called back. */
    public Sock connect(Handlers handlers) {
        Pipe pipe = Pipe.on(executor);
        serve(pipe.left());
        return client(handlers).connect(pipe.right(), Peer.at("server"));
    }

    /** A peer without handlers that has signed in. */
    public Sock connectAs(String user) {
        return connectAs(Identity.of(user));
    }

    /** As above, with roles. */
    public Sock connectAs(Identity user) {
        Pipe pipe = Pipe.on(executor);
        Sock unused = server.connect(pipe.left(), Peer.at("client").withIdentity(user), server.handlers());
        return client(Handlers.create()).connect(pipe.right(), Peer.at("server"));
    }

    /** A peer that is called back, of another set than the default one. */
    public Sock connect(Handlers offered, Handlers handlers) {
        Pipe pipe = Pipe.on(executor);
        Sock unused = server.connect(pipe.left(), Peer.at("client"), offered);
        return client(handlers).connect(pipe.right(), Peer.at("server"));
    }

    /** The server's end of a connection over this. */
    public Sock serve(Transport transport) {
        return server.connect(transport, Peer.at("client"));
    }

    /** What clients are; they see each refusal. */
    private Engine client(Handlers handlers) {
        return engine(new EngineBuilder(() -> handlers)
                .limits(Limits.builder().maxAttempts(1).build()));
    }

    /** The handlers of one more application on the same container. */
    public Handlers handlers() {
        return new CdiApplication().handlers();
    }

    private Engine engine(EngineBuilder builder) {
        return builder.executor(executor).scheduler(new SystemScheduler(timer)).build();
    }

    public <T> T bean(Class<T> type) {
        return select(type).get();
    }

    public <T> Instance<T> select(Class<T> type, Annotation... qualifiers) {
        return container.select(type, qualifiers);
    }

    /** Stops the container; connections stay. */
    public void stopContainer() {
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
