package org.gotalk.internal.engine.shared;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The queue of turns, the running and idle workers, and the known capacity of the executor, under the object's own
 * lock. The lock also guards fields of turns and workers that have a comment. Nothing here runs a turn or calls the
 * executor.
 */
final class WorkersState {

    /** Time that a turn waits for the running workers before another one is called, in nanoseconds. */
    static final long ALONE = TimeUnit.MICROSECONDS.toNanos(200);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Scheduler clock;
    private final Supplier<Worker> newWorker;

    @GuardedBy("this")
    private final TurnQueue line = new TurnQueue();

    @GuardedBy("this")
    private final List<Worker> running = new ArrayList<>(); // have a turn

    @GuardedBy("this")
    private final Deque<Worker> idle = new ArrayDeque<>(); // wait for a turn

    @GuardedBy("this")
    private final ExecutorCapacity capacity;

    @GuardedBy("this")
    private int woken; // called idle workers that have not arrived yet

    @GuardedBy("this")
    private int submitted; // submitted new workers that have not arrived yet

    @GuardedBy("this")
    private long submittedAt;

    @GuardedBy("this")
    private boolean ends;

    private volatile int awaiting; // workers that block for peers; written under the lock
    private volatile boolean somethingWaits; // written under the lock

    /**
     * Has no workers yet.
     *
     * @param max maximum number of workers
     * @param remedy what gives the executor more threads, for the log
     * @param newWorker creates a worker
     */
    WorkersState(Scheduler clock, int max, String remedy, Supplier<Worker> newWorker) {
        this.clock = clock;
        this.newWorker = newWorker;
        this.capacity = new ExecutorCapacity(max, remedy);
    }

    /** Queues a turn, unless it is queued already; returns the worker to call, or null. */
    synchronized @Nullable Worker enter(Turn turn, long now) {
        if (!line.add(turn, now)) {
            return null;
        }
        somethingWaits = true;
        return wanted(now);
    }

    /** Whether a turn is queued. Needs no lock. */
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
        boolean allAwaitPeers = awaiting > 0 && awaiting == running.size() && idle.isEmpty() && woken == 0;
        return allAwaitPeers && !line.isEmpty() && !isOneExpected(now) ? line.turns() : List.of();
    }

    @GuardedBy("this")
    private boolean isOneExpected(long now) {
        return submitted > 0
                ? now - submittedAt < ExecutorCapacity.MAX_START
                : capacity.hasRoom(running.size(), awaiting, now);
    }

    /** The next turn for a worker; null for none, and the worker no longer runs. */
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

    /** A worker has taken a turn; returns another worker to call, or null. */
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

    /** Whether a worker without a turn becomes idle; otherwise it exits. */
    @GuardedBy("this")
    boolean lingers(Worker worker) {
        boolean lingers = !ends && worker.mayLinger();
        if (lingers) {
            idle.add(worker);
        }
        return lingers;
    }

    /** A worker to call without the lock; null if none is needed or available. */
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

    /** Whether an idle worker whose wait is over exits; otherwise it was called meanwhile. */
    synchronized boolean leaves(Worker worker) {
        boolean leaves = idle.remove(worker);
        if (ends) {
            notifyAll();
        }
        return leaves;
    }

    /** The executor has rejected a worker. Returns all queued turns if no worker is left to run them. */
    synchronized List<Turn> refused() {
        submitted--;
        int left = running.size() + idle.size() + woken + submitted;
        capacity.refused(left, clock.nanoTime());
        return left == 0 ? takeAll() : List.of();
    }

    /** The turns that have waited for longer than {@code patience}, each once. */
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

    /** The share of busy workers, from 0 to 1. */
    synchronized double load() {
        return capacity.load(running.size(), awaiting);
    }

    /** The number of idle workers; empty while a turn waits, or a worker is on its way to one. */
    synchronized OptionalInt idle() {
        boolean isSettled = line.isEmpty() && woken == 0 && submitted == 0;
        return isSettled ? OptionalInt.of(idle.size()) : OptionalInt.empty();
    }

    /** The busy workers. */
    synchronized List<Worker> running() {
        return List.copyOf(running);
    }

    /**
     * Makes idle workers exit, and waits until none is busy, for a bounded time; returns the number of busy workers.
     */
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
