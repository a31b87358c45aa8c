package org.gotalk.internal.engine;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.spi.Application;
import org.jspecify.annotations.Nullable;

/** Collects what an engine works with. */
public final class EngineBuilder {

    private static final int DEFAULT_WORKERS = 256;

    private final Application application;
    private Limits limits = Limits.defaults();
    private @Nullable PayloadCodec codec;
    private @Nullable Executor executor;
    private @Nullable Scheduler scheduler;
    private int workers = DEFAULT_WORKERS;

    /** For an engine that serves this application. An executor and a scheduler must be given. */
    public EngineBuilder(Application application) {
        this.application = application;
    }

    /** The bounds of each connection; the defaults of {@link Limits} unless given. */
    public EngineBuilder limits(Limits newLimits) {
        limits = Objects.requireNonNull(newLimits);
        return this;
    }

    /** What turns values into payloads; {@link PayloadCodec#fromClassPath()} unless given. */
    public EngineBuilder codec(PayloadCodec newCodec) {
        codec = newCodec;
        return this;
    }

    /**
     * Has threads for the {@linkplain #workers workers} that run handlers, each of which may keep one for long: so it
     * must not run a task on the thread that submits it. It may refuse with a {@link
     * java.util.concurrent.RejectedExecutionException}: workers that are there do the work then. Where there is none,
     * requests are refused for the time being, and notifications tried again.
     */
    public EngineBuilder executor(Executor newExecutor) {
        executor = newExecutor;
        return this;
    }

    /** Runs timeouts. */
    public EngineBuilder scheduler(Scheduler newScheduler) {
        scheduler = newScheduler;
        return this;
    }

    /** How many of the executor's threads are in use at once, at most; 256 unless given. */
    public EngineBuilder workers(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("workers is " + max + ", but must be at least 1");
        }
        workers = max;
        return this;
    }

    /** The engine. Asks the application for its handlers. */
    public Engine build() {
        Scheduler time = given(scheduler, "scheduler");
        return new Engine(new EngineSettings(
                application,
                limits,
                limits.handshakeTimeout(),
                codec == null ? PayloadCodec.fromClassPath() : codec,
                new Workers(given(executor, "executor"), time, workers),
                Runnable::run));
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("an engine needs a " + name + ": call builder." + name + "(…)");
        }
        return value;
    }
}
