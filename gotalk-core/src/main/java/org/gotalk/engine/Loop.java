package org.gotalk.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a step for as long as somebody asks for it. Whoever counts up from zero does the work, and all others only count:
 * so the step never runs twice at once, and asking for it within itself makes no recursion.
 */
final class Loop {

    private final Runnable step;
    private final AtomicInteger due = new AtomicInteger();

    Loop(Runnable step) {
        this.step = step;
    }

    /** Sees to it that the step runs after this was called. */
    void run() {
        if (due.getAndIncrement() == 0) {
            work();
        }
    }

    /** Runs an action, and sees to it that the step runs after it; not meanwhile, unless it is at work already. */
    void runBehind(Runnable action) {
        boolean isOurs = due.compareAndSet(0, 1);
        try {
            action.run();
        } finally {
            if (isOurs) {
                work();
            } else {
                run();
            }
        }
    }

    private void work() {
        int seen = 1;
        do {
            step.run();
            seen = due.addAndGet(-seen);
        } while (seen > 0);
    }
}
