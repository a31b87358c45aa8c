package org.gotalk.internal.engine.shared;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Application;

/** What all connections of an engine share, but for what those have that differ: a context, less time. */
public record EngineSettings(
        Application application,
        Limits limits,
        Duration handshakeTimeout,
        PayloadCodec codec,
        Workers workers,
        Executor context) {

    /** The same, for a connection whose handshake may take this long, and not longer than that of others. */
    public EngineSettings handshakeWithin(Duration time) {
        Duration shorter = time.compareTo(handshakeTimeout) < 0 ? time : handshakeTimeout;
        return new EngineSettings(application, limits, shorter, codec, workers, context);
    }

    /** The same, for a connection that the application works for in a context. */
    public EngineSettings in(Executor newContext) {
        return new EngineSettings(application, limits, handshakeTimeout, codec, workers, newContext);
    }

    public Scheduler scheduler() {
        return workers.scheduler();
    }

    /** Runs tasks on workers, in the context of the connection. Refuses where the executor has no thread for any. */
    public Executor executor() {
        return task -> workers.execute(() -> context.execute(task));
    }
}
