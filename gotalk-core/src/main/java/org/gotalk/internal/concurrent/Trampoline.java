package org.gotalk.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step at least once after each request. The thread that raises the counter from zero runs the step, others only
 * count: the step never runs concurrently, and a request from within the step does not recurse.
 */
public final class Trampoline {

    /** Maximum consecutive rounds of one thread. */
    static final int MAX_ROUNDS = 64;

    private final Runnable step;
    private final @Nullable Runnable handOver;
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicBoolean isHandedOver = new AtomicBoolean();

    /** The first thread runs the step until no request is left. */
    public Trampoline(Runnable step) {
        this(step, null);
    }

    /**
     * The first thread runs the step at most {@value #MAX_ROUNDS} times.
     *
     * @param handOver makes another thread call {@link #run()} for the rest
     */
    public Trampoline(Runnable step, @Nullable Runnable handOver) {
        this.step = step;
        this.handOver = handOver;
    }

    /** Requests the step. Runs it on this thread, unless another thread is running it. */
    public void run() {
        if (due.getAndIncrement() == 0 || (isHandedOver.get() && isHandedOver.compareAndSet(true, false))) {
            work();
        }
    }

    /** Requests the step. Runs it on the executor, unless a thread is running it. */
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
