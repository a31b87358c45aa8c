package org.gotalk.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step at least once after each request for it. The thread that counts up from zero does the work, all others only
 * count: so the step never runs twice at once, and requesting it within itself makes no recursion.
 */
public final class Trampoline {

    /** Rounds of one thread in a row. */
    static final int MAX_ROUNDS = 64;

    private final Runnable step;
    private final @Nullable Runnable handOver;
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicBoolean isHandedOver = new AtomicBoolean();

    /** The thread that begins runs the step until there is no request left. */
    public Trampoline(Runnable step) {
        this(step, null);
    }

    /**
     * The thread that begins runs the step {@value #MAX_ROUNDS} times at most.
     *
     * @param handOver has another thread {@linkplain #run() run} the rest
     */
    public Trampoline(Runnable step, @Nullable Runnable handOver) {
        this.step = step;
        this.handOver = handOver;
    }

    /** Runs the step, here or on the thread that is at it. */
    public void run() {
        if (due.getAndIncrement() == 0 || (isHandedOver.get() && isHandedOver.compareAndSet(true, false))) {
            work();
        }
    }

    /** Runs the step on a thread of the executor, or on the one that is at it. */
    public void runOn(Executor executor) {
        if (due.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    private void work() {
        int seen = 1;
        for (int round = 1; seen > 0; round++) {
            step.run();
            seen = due.addAndGet(-seen);
            if (seen > 0 && round >= MAX_ROUNDS && handOver != null) {
                isHandedOver.set(true);
                handOver.run();
                return;
            }
        }
    }
}
