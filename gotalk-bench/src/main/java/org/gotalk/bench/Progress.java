package org.gotalk.bench;

import org.gotalk.bench.report.Numbers;

/** Says how far a long run has come, and how long the rest of it may take. */
final class Progress {

    private static final double NANOS_A_MINUTE = 60e9;

    private final int steps;
    private final long begun = System.nanoTime();
    private int done;

    /** Of so many steps, the longest ones first: the rest is said to take too long rather than too short. */
    Progress(int steps) {
        this.steps = steps;
    }

    void done(String step) {
        done++;
        double left = (System.nanoTime() - begun) / NANOS_A_MINUTE * (steps - done) / done;
        System.out.printf("[%d %%, %s min left] %s%n", 100 * done / steps, Numbers.text(left, 1), step);
    }
}
