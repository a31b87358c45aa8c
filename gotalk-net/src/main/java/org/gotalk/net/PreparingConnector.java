package org.gotalk.net;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gotalk.Handlers;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.reconnect.Connector;
import org.jspecify.annotations.Nullable;

/** Makes the connections of a {@link ReconnectingSock}: all with the same handlers, and each with the set-up. */
final class PreparingConnector implements Connector {

    private final Function<Handlers, CompletionStage<EngineSock>> dial;
    private final ReconnectOptions options;
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
    PreparingConnector(
            Function<Handlers, CompletionStage<EngineSock>> dial,
            Handlers handlers,
            ReconnectOptions options,
            Executor executor,
            Scheduler scheduler) {
        this.dial = dial;
        this.handlers = handlers;
        this.options = options;
        this.executor = executor;
        this.scheduler = scheduler;
    }

    synchronized Handlers handlers() {
        return handlers;
    }

    /** Sets the handlers, also of the open connection. */
    synchronized void serve(Handlers newHandlers) {
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
        return options.setup()
                .<CompletionStage<?>>map(setup ->
                        SetupRun.of(setup, connection, options.connect().timeout(), executor, scheduler))
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
