package org.gotalk.internal.engine.shared;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A task on the executor that takes turns from the queue of the {@link Workers} until it has been idle for a while.
 *
 * <p>A turn consists of steps, such as handlers. Their progress shows whether the worker is stalled.
 */
public final class Worker extends EngineThread implements Runnable, TurnRunner {

    /** A worker that has been in its step for longer is not expected back soon, in nanoseconds. */
    public static final long SOON = TimeUnit.MILLISECONDS.toNanos(1);

    /** Replaces the time of a step that may be slow. */
    private static final long MAY_TAKE_LONG = Long.MIN_VALUE;

    /** Maximum duration of a turn when others wait, in nanoseconds. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Pool pool;
    private final Thread submitter = Thread.currentThread();
    private volatile @Nullable Turn turn;
    private volatile long step = MAY_TAKE_LONG;
    private volatile int steps; // written only by the worker
    private int stepsAtLook; // used only by StalledWorkers
    private long stepBegan; // used only by the worker
    private int awaits; // one within another; used only by the worker
    private long turnBegan; // used only by the worker
    private volatile @Nullable Thread waiting; // the worker's thread, while it waits for a turn
    private volatile boolean isCalled;
    private volatile boolean hasBegun;
    private boolean isNew = true; // under the lock of WorkersState
    private boolean isCalledFor; // under the lock of WorkersState

    Worker(Pool pool, Scheduler clock) {
        super(null, clock);
        this.pool = pool;
    }

    @Override
    public void run() {
        hasBegun = true;
        run(() -> {
            for (Turn next = pool.next(this); next != null; next = pool.next(this)) {
                take(next);
            }
        });
    }

    private void take(Turn next) {
        turn = next;
        pool.watch();
        try {
            next.run(this);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a task failed", e);
        } finally {
            defers(false, 0);
            turn = null;
            step = now();
        }
    }

    /** A turn begins, with a quick step. Under the lock of WorkersState. */
    void takesTurn(long now) {
        turnBegan = now;
        stepBegan = now;
        step = now;
    }

    @Override
    public long now() {
        return pool.now();
    }

    @Override
    public long stepBegan() {
        return stepBegan;
    }

    /** A step begins. If it may be slow, deferred messages are sent first and other workers are called. */
    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
    public void begins(boolean isQuick) {
        stepBegan = now();
        steps++;
        step = isQuick ? stepBegan : MAY_TAKE_LONG;
        defers(isQuick, stepBegan);
        if (isQuick) {
            pool.watch();
        } else {
            pool.callIfWanted();
        }
    }

    /** A step that may be slow is not checked again, so it must not defer. */
    @Override
    boolean mayDefer() {
        return step != MAY_TAKE_LONG;
    }

    /** The current step is about to block. */
    @Override
    void waits() {
        super.waits();
        if (step != MAY_TAKE_LONG) {
            step = MAY_TAKE_LONG;
            Turn heldUp = turn;
            if (heldUp != null) {
                heldUp.isHeldUp(this);
            }
            pool.callIfWanted();
        }
    }

    @Override
    void awaitsPeer(boolean begins) {
        int before = awaits;
        awaits += begins ? 1 : -1;
        if (before == 0 || awaits == 0) {
            pool.awaitsPeer(begins);
        }
    }

    /** Marks what follows on the current thread as slow, if it is a worker. */
    public static void mayTakeLongHere() {
        if (EngineThread.current() instanceof Worker worker) {
            worker.begins(false);
        }
    }

    /** Whether the slice of the current worker is over; false on other threads. */
    public static boolean isSliceOverHere() {
        return EngineThread.current() instanceof Worker worker && worker.isSliceOver();
    }

    @Override
    public boolean isSliceOver() {
        return now() - turnBegan >= SLICE;
    }

    /** Whether this worker is expected to take the next turn soon: its step began within the span. */
    boolean isSoonBack(long now, long span) {
        long began = step;
        return began != MAY_TAKE_LONG && now - began < span;
    }

    /** Whether this worker has been in the same quick step since the last check; true only once. */
    boolean isHeldUp() {
        boolean isHeldUp = steps == stepsAtLook && step != MAY_TAKE_LONG;
        stepsAtLook = steps;
        return isHeldUp;
    }

    /** Whether it must be checked again. */
    boolean isAtQuickStep() {
        return step != MAY_TAKE_LONG;
    }

    /** Others take over deferred sends and the turn of this stalled worker. */
    void takeOver() {
        step = MAY_TAKE_LONG;
        handOver();
        Turn heldUp = turn;
        if (heldUp != null) {
            heldUp.isHeldUp(this);
        }
    }

    /** This worker is about to be woken. Under the lock of WorkersState. */
    void isCalledFor() {
        isCalledFor = true;
    }

    /** Whether this worker was woken since the last call. Under the lock of WorkersState. */
    boolean wasCalled() {
        boolean wasCalled = isCalledFor;
        isCalledFor = false;
        isCalled = false;
        return wasCalled;
    }

    /** Whether this is the first call. Under the lock of WorkersState. */
    boolean isNew() {
        boolean wasNew = isNew;
        isNew = false;
        return wasNew;
    }

    /** Whether this worker may wait for work: not if the executor runs it on the submitting thread. */
    boolean mayLinger() {
        return Thread.currentThread() != submitter;
    }

    /** Whether the executor has started it. */
    boolean hasBegun() {
        return hasBegun;
    }

    /** Ends the wait. */
    void call() {
        isCalled = true;
        LockSupport.unpark(waiting);
    }

    /** Waits until woken, for a maximum time. */
    void awaitCall(long nanos) {
        waiting = Thread.currentThread();
        long end = System.nanoTime() + nanos;
        for (long left = nanos; !isCalled && left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(pool, left);
            left = end - System.nanoTime();
        }
        waiting = null;
    }

    /** The interface of {@link Workers} for its workers. */
    interface Pool {

        /** The time of the engine's clock, in nanoseconds. */
        long now();

        /** The next turn; waits for one for a bounded time, and returns null if the worker must exit. */
        @Nullable
        Turn next(Worker worker);

        /** Starts the checks for stalled workers. */
        void watch();

        /** Calls another worker if one is needed. */
        void callIfWanted();

        /** A worker begins or ends to block for a peer. */
        void awaitsPeer(boolean begins);
    }
}
