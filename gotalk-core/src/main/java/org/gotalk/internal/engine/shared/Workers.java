package org.gotalk.internal.engine.shared;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the executor that all connections of an engine share. Connections with work are in one FIFO queue; a
 * worker takes the first, works for a slice, and takes the next. So each connection makes progress, however much work
 * others have.
 *
 * <p>The number of workers adapts to the work. One suffices while its steps are quick. Another one is called when the
 * first turn has waited for {@link WorkersState#ALONE}, up to the number of processors, and at once when no worker is
 * expected back soon: each is at a step that may take long, or has taken longer than {@link Worker#SOON}. An idle worker
 * waits a moment for work before it exits, so that under load none is submitted and none is woken (docs/adr/0003).
 *
 * <p>The shared state is in the {@link WorkersState}, under its lock; nothing else is called under it.
 */
public final class Workers implements Worker.Pool {

    /** Delay before a rejected turn is queued again. */
    private static final Duration RETRY = Duration.ofMillis(100);

    /** The remedy for an executor of which nothing is known. */
    public static final String MORE_THREADS = "Add threads to the executor or lower the expected number";

    /** Time that an idle worker waits for work before it exits, in nanoseconds. */
    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(50);

    private final Executor executor;
    private final Scheduler scheduler;
    private final WorkersState state;
    private final StalledWorkers watch;
    private final StuckTurns stuckTurns;
    private final DispatchHeuristic tasks = new DispatchHeuristic(null);
    private final DispatchHeuristic firstHandlers = new DispatchHeuristic(null);

    /**
     * Has no workers yet.
     *
     * @param executor runs workers; may reject them
     * @param max maximum number of workers
     */
    public Workers(Executor executor, Scheduler scheduler, int max) {
        this(executor, scheduler, max, MORE_THREADS);
    }

    /** As above, with what gives the executor more threads, for the log. */
    public Workers(Executor executor, Scheduler scheduler, int max, String remedy) {
        this(executor, scheduler, max, remedy, StuckTurns.newThreads());
    }

    /** As above; the helper runs a task on a thread that may block when no worker is left. */
    Workers(Executor executor, Scheduler scheduler, int max, String remedy, Executor helper) {
        this.executor = executor;
        this.stuckTurns = new StuckTurns(scheduler, helper);
        this.scheduler = scheduler;
        this.state = new WorkersState(scheduler, max, remedy, () -> new Worker(this, scheduler));
        this.watch = new StalledWorkers(scheduler, state::running, this::callIfWanted);
    }

    @Override
    public long now() {
        return scheduler.nanoTime();
    }

    /** A heuristic for the handlers of one connection. */
    public DispatchHeuristic newHeuristic() {
        return new DispatchHeuristic(firstHandlers);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** Queues a turn, unless it is queued already. */
    public void enter(Turn turn) {
        call(state.enter(turn, now()));
        tellIfStuck();
    }

    /** Queues a rejected turn again after a delay, when the executor may have a thread. */
    public Scheduler.Cancellable enterLater(Turn turn) {
        return scheduler.schedule(() -> enter(turn), RETRY);
    }

    /**
     * Runs a task as a turn of its own.
     *
     * @throws RejectedExecutionException if the executor has no thread for any worker
     */
    void execute(Runnable task) {
        TaskTurn turn = new TaskTurn(task, tasks, this::enterLater);
        enter(turn);
        turn.isAccepted();
    }

    /** Calls a worker if one is needed now. */
    @Override
    public void callIfWanted() {
        if (state.somethingWaits()) {
            long now = now();
            Worker wanted;
            synchronized (state) {
                wanted = state.wanted(now);
            }
            call(wanted);
        }
    }

    @Override
    public void awaitsPeer(boolean begins) {
        call(state.awaitsPeer(begins, now()));
        tellIfStuck();
    }

    /** Tells turns that wait if no worker will come to them until a peer answers. */
    public void tellIfStuck() {
        if (state.somethingAwaitsPeers()) {
            state.stuck(now()).forEach(Turn::isStuck);
        }
    }

    /** The next turn of a worker; waits for one for a bounded time, and returns null if the worker must exit. */
    @Override
    public @Nullable Turn next(Worker worker) {
        while (true) {
            Turn turn;
            Worker wanted = null;
            synchronized (state) {
                turn = state.take(worker);
                if (turn != null) {
                    wanted = state.begins(worker);
                } else if (!state.lingers(worker)) {
                    return null;
                }
            }
            if (turn != null) {
                call(wanted);
                return turn;
            }
            worker.awaitCall(LINGER);
            if (state.leaves(worker)) {
                return null;
            }
        }
    }

    /** The share of busy workers, from 0 to 1. At 1 further work waits. */
    public double load() {
        return state.load();
    }

    /** The number of idle workers; empty while a turn waits, or a worker is on its way to one. */
    public OptionalInt idle() {
        return state.idle();
    }

    /** Notifies turns that have waited for longer than {@code patience}. */
    public void tick(long now, Duration patience) {
        state.late(now, patience).forEach(Turn::isLate);
        stuckTurns.found(state.stuck(now));
    }

    /**
     * Makes idle workers exit, and waits until none is busy, for a bounded time; returns the number of busy workers.
     */
    public int end(Duration patience) throws InterruptedException {
        return state.end(patience);
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
            state.refused().forEach(Turn::refused);
        }
    }

    /** Starts the checks for stalled workers. */
    @Override
    public void watch() {
        watch.begin();
    }
}
