package org.gotalk.internal.engine.shared;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One task on the executor, which takes turns from the line of the {@link Workers} until none is left for a while.
 *
 * <p>Each thing that it does in a turn is a step: a handler, say. Others see by it whether the worker gets on.
 */
public final class Worker extends EngineThread implements Runnable {

    /** In place of the time of a step that may take long. */
    private static final long MAY_TAKE_LONG = Long.MIN_VALUE;

    /** A connection gives way to others after so long, in nanoseconds. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Workers workers;
    private final Thread submitter = Thread.currentThread();
    private volatile @Nullable Turn turn;
    private volatile long step = MAY_TAKE_LONG;
    private volatile int steps; // written by the worker alone
    private int stepsAtLook; // touched by StalledWorkers alone
    private long stepBegan; // touched by the worker alone
    private long turnBegan; // touched by the worker alone
    private volatile @Nullable Thread waiting; // the worker's thread, while it waits for a turn
    private volatile boolean isCalled;
    private volatile boolean hasBegun;
    private boolean isNew = true; // under the lock of WorkersState
    private boolean isCalledFor; // under the lock of WorkersState

    public Worker(Workers workers, Scheduler clock) {
        super(null, clock);
        this.workers = workers;
    }

    @Override
    public void run() {
        hasBegun = true;
        run(() -> {
            for (Turn next = workers.next(this); next != null; next = workers.next(this)) {
                take(next);
            }
        });
    }

    private void take(Turn next) {
        turn = next;
        workers.watch();
        try {
            next.run(this);
        } catch (RuntimeException | Error e) {
            Workers.LOG.log(System.Logger.Level.ERROR, "a task failed", e);
        } finally {
            defers(false, 0);
            turn = null;
            step = now();
        }
    }

    /** A turn begins, with a step that is quick. Under the lock of WorkersState. */
    void takesTurn(long now) {
        turnBegan = now;
        stepBegan = now;
        step = now;
    }

    public long now() {
        return workers.now();
    }

    /** When the current step began. */
    public long stepBegan() {
        return stepBegan;
    }

    /** A step begins. If it is not expected to be quick, what was deferred is sent first, and other workers are called. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
    public void begins(boolean isQuick) {
        stepBegan = now();
        steps++;
        step = isQuick ? stepBegan : MAY_TAKE_LONG;
        defers(isQuick, stepBegan);
        if (isQuick) {
            workers.watch();
        } else {
            workers.callIfWanted();
        }
    }

    /** Nobody looks at this worker again while it is at a step that may take long. */
    @Override
    boolean mayDefer() {
        return step != MAY_TAKE_LONG;
    }

    /** The current step is about to wait. */
    @Override
    void waits() {
        super.waits();
        if (step != MAY_TAKE_LONG) {
            step = MAY_TAKE_LONG;
            workers.callIfWanted();
        }
    }

    /** What follows on the current thread may take long, where that is a worker. */
    public static void mayTakeLongHere() {
        if (EngineThread.current() instanceof Worker worker) {
            worker.begins(false);
        }
    }

    /** Whether what runs on the current thread should give way to others; only on a worker. */
    public static boolean isSliceOverHere() {
        return EngineThread.current() instanceof Worker worker && worker.isSliceOver();
    }

    /** Whether what has the turn should give way to others. */
    public boolean isSliceOver() {
        return now() - turnBegan >= SLICE;
    }

    /** Whether this worker is expected to take the next turn soon: its step began this short a time ago. */
    boolean isSoonBack(long now, long span) {
        long began = step;
        return began != MAY_TAKE_LONG && now - began < span;
    }

    /** Looks whether this worker is at the same quick step as at the last look, which it says once. */
    boolean isHeldUp() {
        boolean isHeldUp = steps == stepsAtLook && step != MAY_TAKE_LONG;
        stepsAtLook = steps;
        return isHeldUp;
    }

    /** Whether it has to be looked at again. */
    boolean isAtQuickStep() {
        return step != MAY_TAKE_LONG;
    }

    /** This worker does not get on: others take over what can be taken over. */
    void takeOver() {
        step = MAY_TAKE_LONG;
        handOver();
        Turn heldUp = turn;
        if (heldUp != null) {
            heldUp.isHeldUp(this);
        }
    }

    /** The wait of this worker is about to be ended. Under the lock of WorkersState. */
    void isCalledFor() {
        isCalledFor = true;
    }

    /** Whether this worker has come because its wait was ended; says it once. Under the lock of WorkersState. */
    boolean wasCalled() {
        boolean wasCalled = isCalledFor;
        isCalledFor = false;
        isCalled = false;
        return wasCalled;
    }

    /** Whether this worker comes for the first time; says it once. Under the lock of WorkersState. */
    boolean isNew() {
        boolean wasNew = isNew;
        isNew = false;
        return wasNew;
    }

    /** Whether this worker may wait for work. One that the executor runs on the thread that submits it may not. */
    boolean mayLinger() {
        return Thread.currentThread() != submitter;
    }

    /** Whether the executor runs it. */
    boolean hasBegun() {
        return hasBegun;
    }

    /** Ends the wait. */
    void call() {
        isCalled = true;
        LockSupport.unpark(waiting);
    }

    /** Waits until called, for so long at most. */
    void awaitCall(long nanos) {
        waiting = Thread.currentThread();
        long end = System.nanoTime() + nanos;
        for (long left = nanos; !isCalled && left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(workers, left);
            left = end - System.nanoTime();
        }
        waiting = null;
    }
}
