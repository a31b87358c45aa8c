package org.gotalk.net;

import org.gotalk.Limits;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.spi.Application;

/** Makes a {@link Gotalk} whose connections live by a test's clock, while the network lives by that of the wall. */
public final class Clocked {

    private Clocked() {}

    /** One that serves this application. */
    public static Gotalk gotalk(Application application, Limits limits, Scheduler clock) {
        Threads threads = new Threads(null, 1);
        Engine engine = new EngineBuilder(application)
                .limits(limits)
                .executor(threads.executor())
                .scheduler(clock)
                .build();
        return new EngineGotalk(engine, threads);
    }
}
