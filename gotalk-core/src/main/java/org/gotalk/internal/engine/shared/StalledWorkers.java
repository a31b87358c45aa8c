package org.gotalk.internal.engine.shared;

import java.util.List;
import java.util.function.Supplier;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.internal.concurrent.Scheduler;

/** Finds workers whose step was expected to be quick and is not, so that others take over what waits behind it. */
final class StalledWorkers {

    private final Supplier<List<Worker>> running;
    private final Runnable callIfWanted;
    private final PeriodicCheck check;

    StalledWorkers(Scheduler scheduler, Supplier<List<Worker>> running, Runnable callIfWanted) {
        this.running = running;
        this.callIfWanted = callIfWanted;
        this.check = new PeriodicCheck(scheduler, this::look);
    }

    /** Looks from now on, for as long as a worker is at a quick step. */
    void begin() {
        check.begin();
    }

    private boolean look() {
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
