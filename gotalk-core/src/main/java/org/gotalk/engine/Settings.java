package org.gotalk.engine;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.gotalk.Application;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;

/** What all connections of an engine share, but for the executor of those that have a context of their own. */
record Settings(
        Application application,
        Handlers handlers,
        Limits limits,
        PayloadCodec codec,
        Executor executor,
        Scheduler scheduler,
        DoubleSupplier load) {

    /** The same, for a connection whose tasks are to be run in a context, on the threads of the same executor. */
    Settings in(Executor context) {
        Executor inContext = task -> executor.execute(() -> context.execute(task));
        return new Settings(application, handlers, limits, codec, inContext, scheduler, load);
    }
}
