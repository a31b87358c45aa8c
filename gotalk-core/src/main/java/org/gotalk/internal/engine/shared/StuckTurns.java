package org.gotalk.internal.engine.shared;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Notifies stuck turns that the scheduler's thread has found. It must not do so itself, since they may send to slow
 * peers, and there is no worker: so one thread is created for it, at most one at a time.
 */
final class StuckTurns {

    private final Scheduler clock;
    private final Executor helper;
    private final AtomicBoolean isHelping = new AtomicBoolean();

    /**
     * Has no thread yet.
     *
     * @param helper runs a task on a thread that may block
     */
    StuckTurns(Scheduler clock, Executor helper) {
        this.clock = clock;
        this.helper = helper;
    }

    /** An executor that creates a daemon thread for each task. */
    static Executor newThreads() {
        return task -> {
            Thread thread = new Thread(task, "gotalk-stuck");
            thread.setDaemon(true);
            thread.start();
        };
    }

    void found(List<Turn> turns) {
        if (!turns.isEmpty() && isHelping.compareAndSet(false, true)) {
            helper.execute(() -> help(turns));
        }
    }

    private void help(List<Turn> turns) {
        try {
            new EngineThread(null, clock).run(() -> turns.forEach(Turn::isStuck));
        } finally {
            isHelping.set(false);
        }
    }
}
