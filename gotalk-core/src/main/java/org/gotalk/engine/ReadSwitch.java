package org.gotalk.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** Turns reading off and on. Threads may race: it ends up as was said last. */
final class ReadSwitch {

    private final Runnable pause;
    private final Runnable resume;
    private final AtomicInteger due = new AtomicInteger();
    private volatile boolean wanted = true;
    private boolean applied = true; // touched only by the thread that counted due up from zero

    ReadSwitch(Runnable pause, Runnable resume) {
        this.pause = pause;
        this.resume = resume;
    }

    void set(boolean on) {
        wanted = on;
        if (due.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            apply(wanted);
            seen = due.addAndGet(-seen);
        } while (seen > 0);
    }

    private void apply(boolean on) {
        if (on == applied) {
            return;
        }
        applied = on;
        if (on) {
            resume.run();
        } else {
            pause.run();
        }
    }
}
