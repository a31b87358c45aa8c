package org.gotalk.internal.engine.observed;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.gotalk.spi.EngineObserver;

/** Finds observers. */
public final class Observers {

    /** A broken list of services could fail for ever. */
    private static final int MAX_FAILURES = 100;

    private Observers() {}

    /**
     * Those that a class loader finds, and others, which replace found ones of their class, as one; {@link
     * EngineObserver#NONE} if there are none.
     */
    public static EngineObserver of(ClassLoader loader, List<EngineObserver> others) {
        List<EngineObserver> found = new ArrayList<>(others);
        Iterator<EngineObserver> services =
                ServiceLoader.load(EngineObserver.class, loader).iterator();
        int failures = 0;
        while (failures < MAX_FAILURES) {
            try {
                if (!services.hasNext()) {
                    break;
                }
                EngineObserver service = services.next();
                if (others.stream().noneMatch(other -> other.getClass() == service.getClass())) {
                    found.add(service);
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                LOG.log(Level.DEBUG, "an observer is left out, since what it needs is absent", e);
            }
        }
        return of(found);
    }

    /** Several as one; {@link EngineObserver#NONE} for none. */
    public static EngineObserver of(List<EngineObserver> observers) {
        return observers.isEmpty() ? EngineObserver.NONE : new SafeObserver(observers);
    }
}
