package org.gotalk.internal.engine.shared;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.internal.concurrent.Scheduler;

/** Finds out how long a task waits for an executor, by submitting one that does nothing. */
public final class ExecutorProbe {

    private final Executor executor;
    private final Scheduler clock;

    @GuardedBy("this")
    private boolean isWaiting;

    @GuardedBy("this")
    private boolean isRejected;

    @GuardedBy("this")
    private long since;

    /** Has submitted nothing. */
    public ExecutorProbe(Executor executor, Scheduler clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** How long the last task has been waiting; zero if it has begun, and then another one is submitted. */
    public Duration delay() {
        long now = clock.nanoTime();
        if (mustSubmit(now)) {
            submit();
        }
        return waited(now);
    }

    /** A task that was rejected counts as one that waits, and is submitted again. */
    private void submit() {
        try {
            executor.execute(this::begun);
        } catch (RejectedExecutionException e) {
            rejected();
        }
    }

    private synchronized boolean mustSubmit(long now) {
        if (isWaiting && !isRejected) {
            return false;
        }
        if (!isWaiting) {
            isWaiting = true;
            since = now;
        }
        isRejected = false;
        return true;
    }

    private synchronized void begun() {
        isWaiting = false;
    }

    private synchronized void rejected() {
        isRejected = true;
    }

    private synchronized Duration waited(long now) {
        return isWaiting ? Duration.ofNanos(now - since) : Duration.ZERO;
    }
}
