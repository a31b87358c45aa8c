package org.gotalk.internal.engine.shared;

import java.time.Duration;
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
 * of the line has waited for {@link WorkersState#ALONE}, up to the number of processors, and at once when no worker is expected back
 * soon: each is at a step that may take long, or has taken longer than {@link Worker#SOON}. A worker without work waits a moment
 * for more before it ends, so that under load none is submitted and none is woken (docs/adr/0003).
 *
 * <p>What is shared is in the {@link WorkersState}, under its lock; nothing else is called under it.
 */
public final class Workers implements Worker.Pool {

    /** How long what was refused and must be done waits before it tries again. */
    private static final Duration RETRY = Duration.ofMillis(100);

    /** A worker waits this long for more work before it ends, in nanoseconds. */
    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(50);

    private final Executor executor;
    private final Scheduler scheduler;
    private final WorkersState state;
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
        this.state = new WorkersState(scheduler, max, () -> new Worker(this, scheduler));
        this.watch = new StalledWorkers(scheduler, state::running, this::callIfWanted);
    }

    @Override
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
        call(state.enter(turn, now()));
        tellIfStuck();
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
        TaskTurn turn = new TaskTurn(task, tasks, this::enterLater);
        enter(turn);
        turn.isAccepted();
    }

    /** Calls a worker if one is wanted that was not a moment ago. */
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

    /** The next turn of a worker, which may wait for it; null ends the worker. */
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

    /** The share of the workers that have a turn, from 0 to 1. At 1 everything further waits. */
    public double load() {
        return state.load();
    }

    /** Looks for what has waited for too long. */
    public void tick(long now, Duration patience) {
        state.late(now, patience).forEach(Turn::isLate);
        tellIfStuck();
    }

    /** No worker lingers any more. Waits until none has a turn, for a bounded time; how many still have one. */
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

    /** Sees to it that workers are looked at. */
    @Override
    public void watch() {
        watch.begin();
    }
}
