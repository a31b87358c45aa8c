package org.gotalk.internal.engine.shared;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The line, the workers that have a turn or wait for one, and what is known of the executor: one lock, which is the
 * object's own. It also guards the states of the turns and of the workers that are marked so. Nothing here runs a turn or
 * calls the executor.
 */
final class WorkersState {

    /** Work waits this long for the workers that there are, in nanoseconds. */
    static final long ALONE = TimeUnit.MICROSECONDS.toNanos(200);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Scheduler clock;
    private final Supplier<Worker> newWorker;

    @GuardedBy("this")
    private final TurnQueue line = new TurnQueue();

    @GuardedBy("this")
    private final List<Worker> running = new ArrayList<>(); // those that have a turn

    @GuardedBy("this")
    private final Deque<Worker> idle = new ArrayDeque<>(); // those that wait for one

    @GuardedBy("this")
    private final ExecutorCapacity capacity;

    @GuardedBy("this")
    private int woken; // idle ones that were called, and are not here yet

    @GuardedBy("this")
    private int submitted; // new ones likewise

    @GuardedBy("this")
    private long submittedAt;

    @GuardedBy("this")
    private boolean ends;

    private volatile int awaiting; // workers that block for peers; written under the lock
    private volatile boolean somethingWaits; // written under the lock

    /** At most so many workers, made by this when they are wanted. */
    WorkersState(Scheduler clock, int max, Supplier<Worker> newWorker) {
        this.clock = clock;
        this.newWorker = newWorker;
        this.capacity = new ExecutorCapacity(max);
    }

    /** Puts a turn at the end of the line, unless it stands in it; the worker to be called, or null. */
    synchronized @Nullable Worker enter(Turn turn, long now) {
        if (!line.add(turn, now)) {
            return null;
        }
        somethingWaits = true;
        return wanted(now);
    }

    /** Whether a turn stands in the line. Needs no lock. */
    boolean somethingWaits() {
        return somethingWaits;
    }

    /** A worker begins or ends to block for a peer. The worker to be called in its place, or null. */
    synchronized @Nullable Worker awaitsPeer(boolean begins, long now) {
        awaiting += begins ? 1 : -1;
        return begins ? wanted(now) : null;
    }

    /** Whether a worker blocks for a peer. Needs no lock. */
    boolean somethingAwaitsPeers() {
        return awaiting > 0;
    }

    /** The turns that wait, if no worker will come to them until a peer answers; otherwise none. */
    synchronized List<Turn> stuck(long now) {
        boolean allAwaitPeers = awaiting == running.size() && idle.isEmpty() && woken == 0;
        return allAwaitPeers && !line.isEmpty() && !isOneExpected(now) ? line.turns() : List.of();
    }

    @GuardedBy("this")
    private boolean isOneExpected(long now) {
        return submitted > 0
                ? now - submittedAt < ExecutorCapacity.MAX_START
                : capacity.hasRoom(running.size(), awaiting, now);
    }

    /** The first turn of the line, for a worker that is here; null for none, and the worker rests. */
    @GuardedBy("this")
    @Nullable
    Turn take(Worker worker) {
        arrived(worker);
        Turn turn = poll();
        if (turn == null) {
            rests(worker);
        }
        return turn;
    }

    /** A worker has taken a turn; another one to be called, or null. */
    @GuardedBy("this")
    @Nullable
    Worker begins(Worker worker) {
        long now = clock.nanoTime();
        worker.takesTurn(now);
        if (!running.contains(worker)) {
            running.add(worker);
        }
        return wanted(now);
    }

    /** Whether a worker without a turn waits for one; otherwise it ends. */
    @GuardedBy("this")
    boolean lingers(Worker worker) {
        boolean lingers = !ends && worker.mayLinger();
        if (lingers) {
            idle.add(worker);
        }
        return lingers;
    }

    /** A worker to be called without the lock; null where none is wanted, or none can be had. */
    @GuardedBy("this")
    @Nullable
    Worker wanted(long now) {
        Turn first = line.first();
        if (first == null || woken > 0 || !helpIsNeeded(first, now)) {
            return null;
        }
        Worker waiting = idle.pollLast();
        if (waiting != null) {
            woken++;
            waiting.isCalledFor();
            return waiting;
        }
        if (submitted > 0 || !capacity.hasRoom(running.size(), awaiting, now)) {
            return null;
        }
        submitted++;
        submittedAt = now;
        return newWorker.get();
    }

    /** Whether a worker that waited in vain ends. */
    synchronized boolean leaves(Worker worker) {
        boolean leaves = idle.remove(worker);
        if (ends) {
            notifyAll();
        }
        return leaves;
    }

    /** The executor has refused a worker. Those that are there will get to what waits; what nobody will is returned. */
    synchronized List<Turn> refused() {
        submitted--;
        int left = running.size() + idle.size() + woken + submitted;
        capacity.refused(left, clock.nanoTime());
        return left == 0 ? takeAll() : List.of();
    }

    /** The turns that have waited for too long, each once. */
    synchronized List<Turn> late(long now, Duration patience) {
        if (submitted > 0 && now - submittedAt >= ExecutorCapacity.MAX_START) {
            capacity.isLate(running.size() + idle.size());
        }
        List<Turn> late = line.late(now, patience.toNanos());
        if (!late.isEmpty()) {
            capacity.tellOnce();
        }
        return late;
    }

    /** The share of the workers that have a turn, from 0 to 1. */
    synchronized double load() {
        return capacity.load(running.size(), awaiting);
    }

    /** The workers that have a turn. */
    synchronized List<Worker> running() {
        return List.copyOf(running);
    }

    /** No worker lingers any more. Waits until none has a turn, for a bounded time; how many still have one. */
    synchronized int end(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        ends = true;
        idle.forEach(Worker::call);
        for (long left = patience.toNanos(); isBusy() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return running.size();
    }

    @GuardedBy("this")
    private boolean isBusy() {
        return !running.isEmpty() || !idle.isEmpty() || !line.isEmpty();
    }

    @GuardedBy("this")
    private void arrived(Worker worker) {
        if (worker.isNew()) {
            submitted--;
            capacity.began(running.size() + idle.size() + 1);
        } else if (worker.wasCalled()) {
            woken--;
        }
    }

    @GuardedBy("this")
    private void rests(Worker worker) {
        running.remove(worker);
        if (ends) {
            notifyAll();
        }
    }

    @GuardedBy("this")
    private @Nullable Turn poll() {
        Turn turn = line.poll();
        if (turn != null) {
            somethingWaits = !line.isEmpty();
        }
        return turn;
    }

    @GuardedBy("this")
    private List<Turn> takeAll() {
        List<Turn> all = line.takeAll();
        somethingWaits = false;
        return all;
    }

    @GuardedBy("this")
    private boolean helpIsNeeded(Turn first, long now) {
        int soonBack = 0;
        for (Worker worker : running) {
            if (worker.isSoonBack(now, Worker.SOON)) {
                soonBack++;
            }
        }
        return soonBack == 0 || (soonBack < PROCESSORS && now - first.waitedSince() >= ALONE);
    }
}
