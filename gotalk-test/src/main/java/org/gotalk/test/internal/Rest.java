package org.gotalk.test.internal;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gotalk.internal.engine.Engine;
import org.gotalk.test.internal.TestThreads.Progress;

/** Finds out whether engines and their threads rest: nothing to deliver, nothing to handle. */
final class Rest {

    private static final long CHECK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final TestThreads threads;
    private final List<Engine> engines;

    Rest(TestThreads threads, List<Engine> engines) {
        this.threads = threads;
        this.engines = engines;
    }

    /**
     * Waits until no work is left, or what is at work waits for something.
     *
     * @param limit the longest wait
     * @param certain how long all that is at work must have been seen waiting: a thread that was just woken looks as if
     *     it waited
     * @return whether that was so within the limit
     */
    boolean await(Duration limit, Duration certain) {
        long start = System.nanoTime();
        long waitingSince = start;
        for (Look last = look(); !last.isDone(); ) {
            long now = System.nanoTime();
            if (now - start > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(CHECK_NANOS);
            Look next = look();
            if (!next.isWaiting() || !next.equals(last)) {
                waitingSince = System.nanoTime();
            } else if (now - waitingSince >= certain.toNanos()) {
                return true;
            }
            last = next;
        }
        return true;
    }

    /** Nothing has happened between two equal ones. */
    Look look() {
        Progress before = threads.progress();
        long idle = 0;
        boolean isSettled = true;
        for (Engine engine : engines) {
            OptionalInt workers = engine.idleWorkers();
            idle += workers.orElse(0);
            isSettled &= workers.isPresent();
        }
        boolean allWait = threads.allWait(before.pending());
        isSettled &= before.equals(threads.progress());
        return new Look(before, isSettled, idle, allWait);
    }

    /**
     * What there is to see at one time.
     *
     * @param progress of the threads
     * @param isSettled whether no work waits for a thread
     * @param idle the number of threads that wait for work
     * @param allWait whether each task has a thread, which waits
     */
    record Look(Progress progress, boolean isSettled, long idle, boolean allWait) {

        boolean isDone() {
            return isSettled && progress.pending() == idle;
        }

        /** Whether handlers block their threads, and nothing else goes on. */
        boolean isHeldUp() {
            return allWait && progress.pending() > idle;
        }

        boolean isWaiting() {
            return isSettled && allWait;
        }
    }
}
