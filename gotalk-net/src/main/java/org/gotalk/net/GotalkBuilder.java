package org.gotalk.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Executor;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.net.internal.shared.BytesOnlyCodec;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.spi.Application;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.TokenAuthenticator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Gotalk}. All settings have defaults. */
public final class GotalkBuilder {

    private static final int MOST_BY_DEFAULT = 2;

    /** The default number of selector threads. */
    static final int SELECTORS = Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().availableProcessors());

    private Application application = Handlers::create;
    private @Nullable TokenAuthenticator authenticator;
    private Limits limits = Limits.defaults();
    private @Nullable PayloadCodec codec;
    private @Nullable Executor executor;
    private final List<EngineObserver> observers = new ArrayList<>();
    private int selectors = SELECTORS;

    GotalkBuilder() {}

    /** Sets the handlers that serve peers; none by default. */
    public GotalkBuilder handlers(Handlers handlers) {
        Objects.requireNonNull(handlers);
        return application(() -> handlers);
    }

    /** Sets the handlers that serve peers, with callbacks for the beginning and end of each connection. */
    public GotalkBuilder application(Application newApplication) {
        application = Objects.requireNonNull(newApplication);
        return this;
    }

    /** Lets peers sign in with tokens; without it only those of the application, if any, can. */
    public GotalkBuilder authenticator(TokenAuthenticator newAuthenticator) {
        authenticator = Objects.requireNonNull(newAuthenticator);
        return this;
    }

    /** Sets the limits of each connection; {@link Limits#defaults()} by default. */
    public GotalkBuilder limits(Limits newLimits) {
        limits = Objects.requireNonNull(newLimits);
        return this;
    }

    /**
     * Sets the codec; the application's by default, or else {@link PayloadCodec#fromClassPath()}. Without JSON-B, only {@code byte[]}
     * works.
     */
    public GotalkBuilder codec(PayloadCodec newCodec) {
        codec = Objects.requireNonNull(newCodec);
        return this;
    }

    /**
     * Sets the executor that runs handlers and looks up hosts. If it throws {@link
     * java.util.concurrent.RejectedExecutionException}, requests are refused and may be retried. The caller shuts it
     * down, after this is closed. By default: virtual threads if the JDK has them, or else up to 256 platform threads,
     * created on demand.
     */
    public GotalkBuilder executor(Executor newExecutor) {
        executor = Objects.requireNonNull(newExecutor);
        return this;
    }

    /**
     * Adds an observer to those that {@link java.util.ServiceLoader} finds beside this library; it replaces one of its
     * class. An observer serves one instance.
     */
    public GotalkBuilder observer(EngineObserver newObserver) {
        observers.add(Objects.requireNonNull(newObserver));
        return this;
    }

    /** Sets the number of selector threads, at least 1; by default 2, or 1 on a single processor. */
    public GotalkBuilder selectors(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("selectors is " + count + ", but must be at least 1");
        }
        selectors = count;
        return this;
    }

    /** Builds an instance that neither connects nor listens yet. */
    public Gotalk build() {
        Threads threads = new Threads(executor, selectors);
        EngineBuilder engine = new EngineBuilder(
                        authenticator == null ? application : new AuthenticatingApplication(application, authenticator))
                .limits(limits)
                .observers(GotalkBuilder.class.getClassLoader(), observers)
                .codec(codec == null ? application.codec().orElseGet(GotalkBuilder::found) : codec)
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
