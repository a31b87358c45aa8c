package org.gotalk.internal.concurrent;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a step as often as it is asked for. The thread that counts up from zero does the work, and all others only
 * count: so the step never runs twice at once, and asking for it within itself makes no recursion.
 *
 * <p>A thread does not work for others for ever: after some rounds it hands the loop over.
 */
public final class Trampoline {

    /** Rounds of one thread in a row. */
    static final int MAX_ROUNDS = 64;

    private final Runnable step;
    private final Runnable handOver;
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicBoolean isHandedOver = new AtomicBoolean();

    /** With what has another thread {@linkplain #run() run} the loop soon. */
    Trampoline(Runnable step, Runnable handOver) {
        this.step = step;
        this.handOver = handOver;
    }

    /** Sees to it that the step runs after this was called. */
    void run() {
        if (due.getAndIncrement() == 0 || (isHandedOver.get() && isHandedOver.compareAndSet(true, false))) {
            work();
        }
    }

    private void work() {
        int seen = 1;
        for (int round = 1; seen > 0; round++) {
            step.run();
            seen = due.addAndGet(-seen);
            if (seen > 0 && round == MAX_ROUNDS) {
                isHandedOver.set(true);
                handOver.run();
                return;
            }
        }
    }
}
