package org.gotalk.engine;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.gotalk.Application;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;

/** What all connections of an engine share, but for what those have that differ: a context, less time. */
record Settings(
        Application application,
        Handlers handlers,
        Limits limits,
        Duration handshakeTimeout,
        PayloadCodec codec,
        Executor executor,
        Executor here,
        Scheduler scheduler,
        Watch watch,
        DoubleSupplier load) {

    /** The same, for a connection whose handshake may take this long, and not longer than that of others. */
    Settings handshakeWithin(Duration time) {
        Duration shorter = time.compareTo(handshakeTimeout) < 0 ? time : handshakeTimeout;
        return new Settings(application, handlers, limits, shorter, codec, executor, here, scheduler, watch, load);
    }

    /** The same, for a connection whose tasks are to be run in a context, on the threads of the same executor. */
    Settings in(Executor context) {
        Executor inContext = task -> executor.execute(() -> context.execute(task));
        return new Settings(
                application, handlers, limits, handshakeTimeout, codec, inContext, context, scheduler, watch, load);
    }
}
