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

/** Builds an engine. */
public final class EngineBuilder {

    private static final int DEFAULT_WORKERS = 256;

    private final Application application;
    private Limits limits = Limits.defaults();
    private @Nullable PayloadCodec codec;
    private @Nullable Executor executor;
    private @Nullable Scheduler scheduler;
    private int workers = DEFAULT_WORKERS;
    private String remedy = Workers.MORE_THREADS;

    /** For an engine that serves this application. An executor and a scheduler must be given. */
    public EngineBuilder(Application application) {
        this.application = application;
    }

    /** Sets the limits of each connection; {@link Limits#defaults()} by default. */
    public EngineBuilder limits(Limits newLimits) {
        limits = Objects.requireNonNull(newLimits);
        return this;
    }

    /** Sets the codec; the application's by default, or else {@link PayloadCodec#fromClassPath()}. */
    public EngineBuilder codec(PayloadCodec newCodec) {
        codec = newCodec;
        return this;
    }

    /**
     * Sets the executor of the {@linkplain #workers workers} that run handlers; each may occupy a thread for long. It
     * must not run tasks on the calling thread. If it throws {@link java.util.concurrent.RejectedExecutionException},
     * existing workers do the work; if there are none, requests are refused and notifications retried.
     */
    public EngineBuilder executor(Executor newExecutor) {
        executor = newExecutor;
        return this;
    }

    /** Sets the scheduler of timeouts. */
    public EngineBuilder scheduler(Scheduler newScheduler) {
        scheduler = newScheduler;
        return this;
    }

    /** Sets the maximum number of executor threads in use at once; 256 by default. */
    public EngineBuilder workers(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("workers is " + max + ", but must be at least 1");
        }
        workers = max;
        return this;
    }

    /** Sets the sentence that tells, in the log, how an executor with too few threads gets more. */
    public EngineBuilder remedy(String newRemedy) {
        remedy = newRemedy;
        return this;
    }

    /** Builds the engine. Calls the application's {@code codec()} and {@code handlers()}. */
    public Engine build() {
        Scheduler time = given(scheduler, "scheduler");
        return new Engine(new EngineSettings(
                application,
                limits,
                limits.handshakeTimeout(),
                codec == null ? application.codec().orElseGet(PayloadCodec::fromClassPath) : codec,
                new Workers(given(executor, "executor"), time, workers, remedy),
                Runnable::run));
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("an engine needs a " + name + ": call builder." + name + "(…)");
        }
        return value;
    }
}
