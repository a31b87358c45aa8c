package org.gotalk.net.internal.reconnect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gotalk.Handlers;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.EngineSock;
import org.jspecify.annotations.Nullable;

/** Makes the connections to one peer: all with the same handlers, and each with the set-up. */
public final class PreparingConnector implements Connector {

    private final Function<Handlers, CompletionStage<EngineSock>> dial;
    private final Optional<ConnectionSetup> setup;
    private final Duration setupTimeout;
    private final Executor executor;
    private final Scheduler scheduler;

    @GuardedBy("this")
    private Handlers handlers;

    @GuardedBy("this")
    private @Nullable EngineSock latest;

    /**
     * Has no connection yet.
     *
     * @param dial connects with the given handlers; may throw
     */
    public PreparingConnector(
            Function<Handlers, CompletionStage<EngineSock>> dial,
            Handlers handlers,
            Optional<ConnectionSetup> setup,
            Duration setupTimeout,
            Executor executor,
            Scheduler scheduler) {
        this.dial = dial;
        this.handlers = handlers;
        this.setup = setup;
        this.setupTimeout = setupTimeout;
        this.executor = executor;
        this.scheduler = scheduler;
    }

    /** The handlers that the peer is offered. */
    public synchronized Handlers handlers() {
        return handlers;
    }

    /** Sets the handlers, also of the open connection. */
    public synchronized void serve(Handlers newHandlers) {
        handlers = Objects.requireNonNull(newHandlers);
        if (latest != null) {
            latest.serve(newHandlers);
        }
    }

    @Override
    public CompletionStage<EngineSock> connect() {
        Handlers offered = handlers();
        try {
            return dial.apply(offered).thenApply(made -> made(made, offered));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletionStage<?> prepare(EngineSock connection) {
        return setup.<CompletionStage<?>>map(
                        present -> SetupRun.of(present, connection, setupTimeout, executor, scheduler))
                .orElseGet(() -> CompletableFuture.completedStage(connection));
    }

    /** The handlers may have changed while connecting. */
    private synchronized EngineSock made(EngineSock made, Handlers offered) {
        latest = made;
        if (handlers != offered) {
            made.serve(handlers);
        }
        return made;
    }
}
