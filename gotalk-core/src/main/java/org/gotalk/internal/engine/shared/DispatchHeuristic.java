package org.gotalk.internal.engine.shared;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Predicts whether the next handler of a connection is quick, from the one before, or for the first from the first
 * handler of an earlier connection. A worker runs quick handlers in sequence without waking other workers; {@link
 * Workers} detects a slow one.
 */
public final class DispatchHeuristic {

    /** Handlers that take less are quick, in nanoseconds. */
    public static final long QUICK = TimeUnit.MICROSECONDS.toNanos(100);

    private final @Nullable DispatchHeuristic first;
    private volatile boolean isKnown;
    private volatile boolean isQuick = true;

    /**
     * Creates the heuristic of a connection.
     *
     * @param first the shared heuristic for first handlers; null for the shared one itself
     */
    DispatchHeuristic(@Nullable DispatchHeuristic first) {
        this.first = first;
    }

    /** Whether the next handler is expected to be quick. */
    public boolean isQuick() {
        return (isKnown || first == null) ? isQuick : first.isQuick();
    }

    /** Runs a handler; measures its time on workers. */
    public void run(Runnable handler) {
        if (EngineThread.current() instanceof Worker worker) {
            worker.begins(isQuick());
            long begun = worker.stepBegan();
            handler.run();
            took(worker.now() - begun);
        } else {
            handler.run();
        }
    }

    /** Records the time of a handler. */
    public void took(long nanos) {
        boolean wasQuick = nanos < QUICK;
        if (isQuick != wasQuick) {
            isQuick = wasQuick;
        }
        if (!isKnown && first != null) {
            first.took(nanos);
            isKnown = true;
        }
    }
}
