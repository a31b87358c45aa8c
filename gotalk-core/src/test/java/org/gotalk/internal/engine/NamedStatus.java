package org.gotalk.internal.engine;

import org.gotalk.Limits;
import org.gotalk.spi.EngineStatus;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RecordingObserver;

/** The status of an engine with a name and nothing to do. */
final class NamedStatus {

    private NamedStatus() {}

    static EngineStatus of(String name) {
        RecordingObserver observer = new RecordingObserver();
        Engine unused = new EngineBuilder(new RecordingApplication())
                .name(name)
                .observer(observer)
                .limits(Limits.defaults())
                .executor(new ManualExecutor())
                .scheduler(new ManualScheduler())
                .build();
        return observer.status();
    }
}
