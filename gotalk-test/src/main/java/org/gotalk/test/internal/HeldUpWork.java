package org.gotalk.test.internal;

import java.time.Duration;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.test.internal.Rest.Look;

/**
 * The engine notices by the time that a handler blocks its thread, and takes another thread for what waits behind it.
 * Where the time stands still, this moves it a little when that is what is missing.
 */
final class HeldUpWork implements Runnable {

    /** Between two looks. */
    static final Duration INTERVAL = Duration.ofMillis(10);

    /** The engine looks, and looks again. */
    private static final int NUDGES = 2;

    private final Rest rest;
    private final ManualScheduler clock;
    private Look last;
    private int nudges;

    HeldUpWork(Rest rest, ManualScheduler clock) {
        this.rest = rest;
        this.clock = clock;
        this.last = rest.look();
    }

    /** A few steps for each thing that happens while handlers block, so that the time stands still all the same. */
    @Override
    public void run() {
        Look now = rest.look();
        if (!now.equals(last)) {
            last = now;
            nudges = 0;
        } else if (now.isHeldUp() && nudges < NUDGES) {
            nudges++;
            clock.nudge(PeriodicCheck.INTERVAL);
        }
    }
}
