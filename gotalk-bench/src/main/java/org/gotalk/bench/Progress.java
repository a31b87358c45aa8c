package org.gotalk.bench;

import java.time.Duration;
import org.gotalk.bench.report.Numbers;

/** Says how far a long run has come, and how long the rest of it may take. */
final class Progress {

    private static final double SECONDS_A_MINUTE = 60;

    private final int steps;
    private final long begun = System.nanoTime();
    private int done;

    /** Of so many steps, all about as long. */
    Progress(int steps) {
        this.steps = steps;
    }

    void done(String step, String result) {
        done++;
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        double left = spent.toSeconds() / SECONDS_A_MINUTE * (steps - done) / done;
        System.out.printf("[%d %%, %s min left] %s: %s%n", 100 * done / steps, Numbers.text(left, 1), step, result);
    }
}
