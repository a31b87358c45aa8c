package org.gotalk.internal.engine.shared;

import java.util.List;
import java.util.function.Supplier;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.internal.concurrent.Scheduler;

/** Finds workers in a step that is unexpectedly slow, so that others take over the work behind it. */
final class StalledWorkers {

    private final Supplier<List<Worker>> running;
    private final Runnable callIfWanted;
    private final PeriodicCheck check;

    StalledWorkers(Scheduler scheduler, Supplier<List<Worker>> running, Runnable callIfWanted) {
        this.running = running;
        this.callIfWanted = callIfWanted;
        this.check = new PeriodicCheck(scheduler, this::findStalled);
    }

    /** Starts checks, which repeat while a worker is in a quick step. */
    void begin() {
        check.begin();
    }

    private boolean findStalled() {
        boolean areOthers = false;
        for (Worker worker : running.get()) {
            if (worker.isHeldUp()) {
                worker.takeOver();
            } else {
                areOthers |= worker.isAtQuickStep();
            }
        }
        callIfWanted.run();
        return areOthers;
    }
}
