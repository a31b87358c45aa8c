package org.gotalk.internal.engine.observed;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import org.gotalk.internal.concurrent.LineLimit;

/** Keeps what observers throw from the engine. */
final class ObserverFailures {

    private static final LineLimit LINES = new LineLimit(System::nanoTime);

    private ObserverFailures() {}

    static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) {
            log(e);
        }
    }

    static void log(Throwable failure) {
        if (LINES.next().isPresent()) {
            LOG.log(Level.WARNING, "an observer failed", failure);
        }
    }
}
