package org.gotalk.internal.engine.shared;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Guesses whether the next handler of a connection is quick, by the one before it; where there was none, by the first one
 * of the connection before. A worker runs quick handlers one after the other and calls no other worker to help; one that is
 * slow for once is noticed by {@link Workers}.
 */
public final class DispatchHeuristic {

    /** A handler that takes longer is not quick, in nanoseconds. */
    public static final long QUICK = TimeUnit.MICROSECONDS.toNanos(100);

    private final @Nullable DispatchHeuristic first;
    private volatile boolean isKnown;
    private volatile boolean isQuick = true;

    /** For a connection; with what is shared by the first handlers of all connections, or null for that itself. */
    DispatchHeuristic(@Nullable DispatchHeuristic first) {
        this.first = first;
    }

    /** Whether the next handler is expected to be quick. */
    public boolean isQuick() {
        return (isKnown || first == null) ? isQuick : first.isQuick();
    }

    /** Runs a handler on a worker, and remembers how long it took. On other threads it just runs. */
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

    /** A handler took this long. */
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
