package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.observed.Observers;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.spi.Application;
import org.gotalk.spi.EngineObserver;
import org.jspecify.annotations.Nullable;

/** Builds an engine. */
public final class EngineBuilder {

    private static final int DEFAULT_WORKERS = 256;

    private final Application application;
    private Limits limits = Limits.defaults();
    private @Nullable PayloadCodec codec;
    private @Nullable Executor executor;
    private @Nullable Scheduler scheduler;
    private EngineObserver observer = EngineObserver.NONE;
    private int workers = DEFAULT_WORKERS;
    private String remedy = Workers.MORE_THREADS;
    private Duration maxExecutorDelay = Duration.ofSeconds(10);
    private String name = "";

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

    /** Sets the observer; none by default. */
    public EngineBuilder observer(EngineObserver newObserver) {
        observer = Objects.requireNonNull(newObserver);
        return this;
    }

    /** Sets the observers that {@link java.util.ServiceLoader} finds with a class loader, and others. */
    public EngineBuilder observers(ClassLoader loader, List<EngineObserver> others) {
        return observer(Observers.of(loader, others));
    }

    /** Sets the name for observers; made up by default. */
    public EngineBuilder name(String newName) {
        name = Objects.requireNonNull(newName);
        return this;
    }

    /** Sets how long a task may wait for the executor until that counts as stuck; 10 s by default. */
    public EngineBuilder maxExecutorDelay(Duration delay) {
        maxExecutorDelay = Objects.requireNonNull(delay);
        return this;
    }

    /** Builds the engine. Calls the application's {@code codec()} and {@code handlers()}. */
    public Engine build() {
        Scheduler time = given(scheduler, "scheduler");
        EngineSettings settings = new EngineSettings(
                application,
                limits,
                limits.handshakeTimeout(),
                codec == null ? application.codec().orElseGet(PayloadCodec::fromClassPath) : codec,
                new Workers(given(executor, "executor"), time, workers, remedy),
                observer,
                Runnable::run);
        return new Engine(settings, name, maxExecutorDelay);
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("an engine needs a " + name + ": call builder." + name + "(…)");
        }
        return value;
    }
}
