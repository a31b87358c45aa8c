package org.gotalk.internal.engine.shared;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the executor that all connections of an engine share. Connections with something to do stand in one line;
 * a worker takes the first, works for a slice, and takes the next. So everybody has a turn, however much others have to do.
 *
 * <p>There are as many workers as are needed. One suffices while its steps are quick. Another one is called when the first
 * of the line has waited for {@link #ALONE}, up to the number of processors, and at once when no worker is expected back
 * soon: each is at a step that may take long, or has taken longer than {@link #SOON}. A worker without work waits a moment
 * for more before it ends, so that under load none is submitted and none is woken (docs/adr/0003).
 *
 * <p>The lock guards the line and the lists; nothing else is called under it.
 */
public final class Workers {

    /** Work waits this long for the workers that there are, in nanoseconds. */
    static final long ALONE = TimeUnit.MICROSECONDS.toNanos(200);

    /** A worker that has begun nothing new for this long is not waited for, in nanoseconds. */
    public static final long SOON = TimeUnit.MILLISECONDS.toNanos(1);

    /** How long what was refused and must be done waits before it tries again. */
    private static final Duration RETRY = Duration.ofMillis(100);

    /** A worker waits this long for more work before it ends, in nanoseconds. */
    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Executor executor;
    private final Scheduler scheduler;

    private final Object lock = new Object();
    private final TurnQueue line = new TurnQueue(); // guarded by lock
    private final List<Worker> running = new ArrayList<>(); // those that have a turn; guarded by lock
    private final Deque<Worker> idle = new ArrayDeque<>(); // those that wait for one; guarded by lock
    private final ExecutorCapacity capacity; // guarded by lock
    private int woken; // idle ones that were called, and are not here yet; guarded by lock
    private int submitted; // new ones likewise; guarded by lock
    private long submittedAt; // guarded by lock
    private boolean ends; // guarded by lock
    private final StalledWorkers watch;
    private final DispatchHeuristic tasks = new DispatchHeuristic(null);
    private final DispatchHeuristic firstHandlers = new DispatchHeuristic(null);

    /**
     * Workers on an executor.
     *
     * @param executor may refuse
     * @param max number of workers at most
     */
    public Workers(Executor executor, Scheduler scheduler, int max) {
        this.executor = executor;
        this.scheduler = scheduler;
        this.capacity = new ExecutorCapacity(max);
        this.watch = new StalledWorkers(scheduler, this::running, this::callIfWanted);
    }

    public long now() {
        return scheduler.nanoTime();
    }

    /** For the handlers of a further connection. */
    public DispatchHeuristic newHeuristic() {
        return new DispatchHeuristic(firstHandlers);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** Puts a turn at the end of the line, unless it stands in it. */
    public void enter(Turn turn) {
        long now = now();
        Worker wanted;
        synchronized (lock) {
            wanted = line.add(turn, now) ? wanted(now) : null;
        }
        call(wanted);
    }

    /** Puts a turn that was refused into the line when the executor may have a thread again. */
    public Scheduler.Cancellable enterLater(Turn turn) {
        return scheduler.schedule(() -> enter(turn), RETRY);
    }

    /**
     * Runs a task as a turn of its own.
     *
     * @throws RejectedExecutionException when the executor has no thread for any worker
     */
    void execute(Runnable task) {
        TaskTurn turn = new TaskTurn(task, tasks, this);
        enter(turn);
        turn.isAccepted();
    }

    /** Calls a worker if one is wanted that was not a moment ago. */
    void callIfWanted() {
        if (!line.isEmpty()) {
            long now = now();
            Worker wanted;
            synchronized (lock) {
                wanted = wanted(now);
            }
            call(wanted);
        }
    }

    /** The next turn of a worker, which may wait for it; null ends the worker. */
    @Nullable
    Turn next(Worker worker) {
        while (true) {
            Turn turn;
            Worker wanted = null;
            synchronized (lock) {
                arrived(worker);
                turn = line.poll();
                if (turn == null) {
                    rests(worker);
                    if (ends || !worker.mayLinger()) {
                        return null;
                    }
                    idle.add(worker);
                } else {
                    long now = now();
                    worker.takesTurn(now);
                    if (!running.contains(worker)) {
                        running.add(worker);
                    }
                    wanted = wanted(now);
                }
            }
            if (turn != null) {
                call(wanted);
                return turn;
            }
            worker.awaitCall(LINGER);
            if (leaves(worker)) {
                return null;
            }
        }
    }

    /** The share of the workers that have a turn, from 0 to 1. At 1 everything further waits. */
    public double load() {
        synchronized (lock) {
            return capacity.load(running.size());
        }
    }

    /** Looks for what has waited for too long. */
    public void tick(long now, Duration patience) {
        List<Turn> late;
        synchronized (lock) {
            if (submitted > 0 && now - submittedAt >= ExecutorCapacity.MAX_START) {
                capacity.isLate(running.size() + idle.size());
            }
            late = line.late(now, patience.toNanos());
            if (!late.isEmpty()) {
                capacity.tellOnce();
            }
        }
        late.forEach(Turn::isLate);
    }

    /** No worker lingers any more. Waits until none has a turn, for a bounded time; how many still have one. */
    public int end(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            ends = true;
            idle.forEach(Worker::call);
            for (long left = patience.toNanos(); isBusy() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return running.size();
        }
    }

    private boolean isBusy() {
        return !running.isEmpty() || !idle.isEmpty() || !line.isEmpty();
    }

    private void arrived(Worker worker) {
        if (worker.isNew()) {
            submitted--;
            capacity.began(running.size() + idle.size() + 1);
        } else if (worker.wasCalled()) {
            woken--;
        }
    }

    private void rests(Worker worker) {
        running.remove(worker);
        if (ends) {
            lock.notifyAll();
        }
    }

    /** Whether a worker that waited in vain ends. */
    private boolean leaves(Worker worker) {
        synchronized (lock) {
            boolean leaves = idle.remove(worker);
            if (ends) {
                lock.notifyAll();
            }
            return leaves;
        }
    }

    /** A worker to be called without the lock; null where none is wanted, or none can be had. */
    private @Nullable Worker wanted(long now) {
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
        if (submitted > 0 || !capacity.hasRoom(running.size(), now)) {
            return null;
        }
        submitted++;
        submittedAt = now;
        return new Worker(this, scheduler);
    }

    private boolean helpIsNeeded(Turn first, long now) {
        int soonBack = 0;
        for (Worker worker : running) {
            if (worker.isSoonBack(now, SOON)) {
                soonBack++;
            }
        }
        return soonBack == 0 || (soonBack < PROCESSORS && now - first.waitedSince() >= ALONE);
    }

    private void call(@Nullable Worker wanted) {
        if (wanted == null) {
            return;
        }
        if (wanted.hasBegun()) {
            wanted.call();
            return;
        }
        try {
            executor.execute(wanted);
        } catch (RejectedExecutionException e) {
            refused();
        }
    }

    /** Workers that are there will get to what waits. Where there are none, nobody will. */
    private void refused() {
        List<Turn> refused;
        synchronized (lock) {
            submitted--;
            int left = running.size() + idle.size() + woken + submitted;
            capacity.refused(left, now());
            refused = left == 0 ? line.takeAll() : List.of();
        }
        refused.forEach(Turn::refused);
    }

    /** Sees to it that workers are looked at. */
    void watch() {
        watch.begin();
    }

    private List<Worker> running() {
        synchronized (lock) {
            return List.copyOf(running);
        }
    }
}
