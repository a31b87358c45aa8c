package org.gotalk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Looks at something every now and then, for as long as there is a reason to. Without one there is no timer. */
public final class PeriodicCheck {

    /** Time between two looks. */
    public static final Duration INTERVAL = Duration.ofMillis(5);

    private final Scheduler scheduler;
    private final BooleanSupplier look;
    private final AtomicBoolean isScheduled = new AtomicBoolean();

    /**
     * A watch that has not begun.
     *
     * @param look brief; returns whether to look again
     */
    public PeriodicCheck(Scheduler scheduler, BooleanSupplier look) {
        this.scheduler = scheduler;
        this.look = look;
    }

    /** There is a reason to look. */
    public void begin() {
        if (isScheduled.get() || !isScheduled.compareAndSet(false, true)) {
            return;
        }
        scheduler.schedule(this::look, INTERVAL);
    }

    private void look() {
        isScheduled.set(false);
        if (look.getAsBoolean()) {
            begin();
        }
    }
}
