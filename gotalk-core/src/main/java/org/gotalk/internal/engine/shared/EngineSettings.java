package org.gotalk.internal.engine.shared;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Application;
import org.gotalk.spi.EngineObserver;

/** The settings that connections of an engine share; some connections have another context or handshake timeout. */
public record EngineSettings(
        Application application,
        Limits limits,
        Duration handshakeTimeout,
        PayloadCodec codec,
        Workers workers,
        EngineObserver observer,
        Executor context) {

    /** A copy with a shorter handshake timeout. */
    public EngineSettings handshakeWithin(Duration time) {
        Duration shorter = time.compareTo(handshakeTimeout) < 0 ? time : handshakeTimeout;
        return new EngineSettings(application, limits, shorter, codec, workers, observer, context);
    }

    /** A copy with a context for the application's tasks. */
    public EngineSettings in(Executor newContext) {
        return new EngineSettings(application, limits, handshakeTimeout, codec, workers, observer, newContext);
    }

    public Scheduler scheduler() {
        return workers.scheduler();
    }

    /** Runs tasks on workers, in the connection's context. Rejects a task if the executor has no thread. */
    public Executor executor() {
        return task -> workers.execute(() -> context.execute(task));
    }
}
