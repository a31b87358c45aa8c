package org.gotalk.jakarta;

import static org.gotalk.jakarta.LifecycleLog.LOG;

import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.internal.engine.Engine;
import org.gotalk.jakarta.internal.concurrent.ContainerThreads;
import org.gotalk.jakarta.internal.concurrent.ExecutorAdvice;
import org.gotalk.jakarta.internal.concurrent.ThreadLookup;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.jakarta.internal.websocket.CallerCapture;
import org.gotalk.jakarta.internal.websocket.GotalkServer;
import org.gotalk.jakarta.internal.websocket.HandshakeGate;
import org.gotalk.net.Gotalk;
import org.gotalk.spi.Application;

/** Starts and stops everything that runs for one web application. */
record RunningGotalk(GotalkServer server, Gotalk gotalk, ApplicationParts parts, Duration drainGrace) {

    /** After which an application has started: Open Liberty runs few of its tasks at once before. */
    private static final Duration UNTIL_STARTED = Duration.ofSeconds(5);

    /** Minimum time for handlers that have nearly finished. */
    private static final Duration LAST_STEPS = Duration.ofMillis(250);

    /**
     * Starts Gotalk.
     *
     * @throws IllegalStateException if something is missing or in use; the message names the remedy
     */
    static RunningGotalk start(
            ServletContext context, Settings settings, HandshakeGate gate, DeclaredEndpoints endpoints) {
        Application application = ApplicationLookup.find(context.getClassLoader());
        ServerContainer container = webSockets(context);
        ContainerThreads found = ThreadLookup.find(
                settings.threads(), context.getContextPath(), context.getClassLoader(), settings.maxRunning());
        String remedy = ExecutorAdvice.on(context.getServerInfo());
        ApplicationParts parts = ApplicationParts.start(application, context, settings, found, remedy);
        Engine engine = parts.engine();
        RunningGotalk running = new RunningGotalk(
                new GotalkServer(
                        engine,
                        gate,
                        settings.maxWebSocketMessage(),
                        settings.directSends(),
                        parts.threads().closer(),
                        new CallerCapture(found.contexts(), application.roles(), settings.handshake())),
                Gotalk.on(engine, found.factory()),
                parts,
                settings.drainGrace());
        try {
            HandlerSets sets = new HandlerSets(application, engine.handlers());
            ListenerOffers offers = new ListenerOffers(
                    settings, engine.handlers(), application.authenticator().isPresent());
            Remotes.start(running.gotalk(), application, settings.clients(), sets);
            running.listen(container, settings, sets);
            running.open(endpoints, container, settings);
            new AddressListeners(running.gotalk(), sets, settings.listenTls(), offers).at(settings.listen());
        } catch (RuntimeException e) {
            running.stop();
            throw e;
        }
        parts.threads().warnIfTooFew(settings.maxRunning(), remedy, UNTIL_STARTED);
        Stream.concat(settings.paths().stream(), DeclaredEndpoints.paths(endpoints.classes()).stream())
                .forEach(path -> LOG.log(Level.INFO, "Gotalk is at {0}{1}", context.getContextPath(), path));
        return running;
    }

    private void listen(ServerContainer container, Settings settings, HandlerSets sets) {
        listen(container, settings.path(), offered(settings, settings.path(), sets.standard()), "gotalk.path");
        settings.endpoints().forEach((path, set) -> {
            Handlers handlers = sets.named(set, "gotalk.endpoints has \"" + path + "=" + set + "\"");
            listen(container, path, offered(settings, path, handlers), "gotalk.endpoints");
        });
    }

    private void open(DeclaredEndpoints endpoints, ServerContainer container, Settings settings) {
        try {
            endpoints.open(
                    server,
                    container,
                    path -> offered(settings, path, parts.engine().handlers()),
                    parts.events());
        } catch (DeploymentException e) {
            throw new IllegalStateException("Gotalk cannot start its endpoint classes: " + e.getMessage(), e);
        }
    }

    /** Handshakes of others are refused before; should a container let one pass, its requests are refused. */
    private static Handlers offered(Settings settings, String path, Handlers handlers) {
        return settings.authenticated().contains(path) ? handlers.authenticatedOnly() : handlers;
    }

    private static ServerContainer webSockets(ServletContext context) {
        if (context.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container) {
            return container;
        }
        throw new IllegalStateException("Gotalk cannot start: the server has no WebSockets for this application."
                + " Open Liberty has them with the feature websocket-2.1, Jetty with the module ee11-websocket-jakarta,"
                + " and all other servers by themselves");
    }

    /** Listens with and without a trailing slash: the reference's browser library uses the folder of its script. */
    private void listen(ServerContainer container, String path, Handlers handlers, String setting) {
        try {
            server.listen(container, path, handlers);
            server.listen(container, path + "/", handlers);
        } catch (DeploymentException e) {
            throw new IllegalStateException(
                    "Gotalk cannot start at " + path + ": " + e.getMessage() + ". If the application has another"
                            + " endpoint there, set " + setting + " to another path",
                    e);
        }
    }

    /** Drains all connections, and releases all resources of the container. */
    void stop() {
        parts.threads().beginToEnd();
        server.refuse();
        long end = System.nanoTime() + drainGrace.toNanos();
        try {
            gotalk.drain(drainGrace).toCompletableFuture().get(drainGrace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "draining timed out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(end);
        }
    }

    /** Closes the remaining connections, which get a further moment, and waits for handlers. */
    private void end(long endOfGrace) {
        try {
            gotalk.close();
            awaitHandlers(Duration.ofNanos(endOfGrace - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            parts.end();
        }
    }

    /** Waits for handlers of lost connections: their results are not sent, but they should complete. */
    private void awaitHandlers(Duration rest) throws InterruptedException {
        int left = parts.engine().awaitIdle(rest.compareTo(LAST_STEPS) > 0 ? rest : LAST_STEPS);
        if (left > 0) {
            LOG.log(Level.WARNING, "{0} handlers still run after {1}", left, drainGrace);
        }
    }
}
