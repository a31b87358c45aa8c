package org.gotalk.net;

import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Executor;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.spi.Application;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Gotalk} works with. Nothing needs to be given. */
public final class GotalkBuilder {

    private static final int MOST_BY_DEFAULT = 2;

    /** Threads that wait for sockets, unless said otherwise. */
    static final int SELECTORS = Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().availableProcessors());

    private Application application = Handlers::create;
    private Limits limits = Limits.defaults();
    private @Nullable PayloadCodec codec;
    private @Nullable Executor executor;
    private int selectors = SELECTORS;

    GotalkBuilder() {}

    /** What peers are offered; nothing unless given. */
    public GotalkBuilder handlers(Handlers handlers) {
        Objects.requireNonNull(handlers);
        return application(() -> handlers);
    }

    /** What peers are offered, and who is told of their beginning and end. */
    public GotalkBuilder application(Application newApplication) {
        application = Objects.requireNonNull(newApplication);
        return this;
    }

    /** The bounds of each connection; the defaults of {@link Limits} unless given. */
    public GotalkBuilder limits(Limits newLimits) {
        limits = Objects.requireNonNull(newLimits);
        return this;
    }

    /**
     * What turns values into payloads; {@link PayloadCodec#fromClassPath()} unless given. Where there is no JSON-B, payloads
     * are bytes alone.
     */
    public GotalkBuilder codec(PayloadCodec newCodec) {
        codec = Objects.requireNonNull(newCodec);
        return this;
    }

    /**
     * Runs handlers, and looks hosts up. It may refuse with a {@link java.util.concurrent.RejectedExecutionException}:
     * requests are then refused for the time being. Whoever gives it ends it, after this was closed. Unless given:
     * virtual threads where the JDK has them, else up to 256 threads that are made as they are needed.
     */
    public GotalkBuilder executor(Executor newExecutor) {
        executor = Objects.requireNonNull(newExecutor);
        return this;
    }

    /** How many threads wait for sockets, 1 at least. By default 2, or 1 where there is one processor. */
    public GotalkBuilder selectors(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("selectors is " + count + ", but must be at least 1");
        }
        selectors = count;
        return this;
    }

    /** One that neither connects nor listens yet. */
    public Gotalk build() {
        Threads threads = new Threads(executor, selectors);
        EngineBuilder engine = Engine.builder(application)
                .limits(limits)
                .codec(codec == null ? found() : codec)
                .executor(threads.executor())
                .scheduler(threads.scheduler());
        return new EngineGotalk(engine.build(), threads);
    }

    private static PayloadCodec found() {
        try {
            return PayloadCodec.fromClassPath();
        } catch (ServiceConfigurationError absent) {
            return new BytesOnlyCodec(absent);
        }
    }
}
