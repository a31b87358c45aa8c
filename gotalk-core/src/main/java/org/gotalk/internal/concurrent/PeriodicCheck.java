package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Repeats a check as long as it is needed. No timer runs otherwise. */
public final class PeriodicCheck {

    /** Time between two checks. */
    public static final Duration INTERVAL = Duration.ofMillis(5);

    private final Scheduler scheduler;
    private final BooleanSupplier check;
    private final AtomicBoolean isScheduled = new AtomicBoolean();

    /**
     * Does not start the checks.
     *
     * @param check must be quick; returns whether to repeat
     */
    public PeriodicCheck(Scheduler scheduler, BooleanSupplier check) {
        this.scheduler = scheduler;
        this.check = check;
    }

    /** Starts the checks, if they do not run. */
    public void begin() {
        if (isScheduled.get() || !isScheduled.compareAndSet(false, true)) {
            return;
        }
        scheduler.schedule(this::run, INTERVAL);
    }

    private void run() {
        isScheduled.set(false);
        if (check.getAsBoolean()) {
            begin();
        }
    }
}
