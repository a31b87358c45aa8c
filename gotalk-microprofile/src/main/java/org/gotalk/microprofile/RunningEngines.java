package org.gotalk.microprofile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;

/**
 * The engines that run in an application. Health checks are beans and engines find this as a service, so they meet in a
 * static field; each application has its own because the jar is in its {@code WEB-INF/lib}.
 */
public final class RunningEngines implements EngineObserver {

    private static final List<EngineStatus> RUNNING = new CopyOnWriteArrayList<>();

    /** Those that run now. */
    static List<EngineStatus> all() {
        return List.copyOf(RUNNING);
    }

    @Override
    public void started(EngineStatus engine) {
        RUNNING.add(engine);
    }

    @Override
    public void stopped(EngineStatus engine) {
        RUNNING.remove(engine);
    }
}
