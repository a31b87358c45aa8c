package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Slows the peer down when it sends more than this side gets done, or does not take the results: reading pauses while the
 * {@link DispatchState} says so, each time no longer than the limits allow.
 */
public final class Backpressure {

    private final DispatchState state;
    private final Scheduler scheduler;
    private final Duration maxPause;
    private final ReadControl reading;
    private final BooleanSupplier outboxIsFull;
    private final AtomicLong timed = new AtomicLong(); // number of the last pause that has a timer

    /** Reading is on. */
    public Backpressure(Limits limits, Scheduler scheduler, ReadControl reading, BooleanSupplier outboxIsFull) {
        this.state = new DispatchState(limits);
        this.scheduler = scheduler;
        this.maxPause = limits.readPause();
        this.reading = reading;
        this.outboxIsFull = outboxIsFull;
    }

    DispatchState state() {
        return state;
    }

    /** A notification waits its turn; false where there is no place for it. */
    public boolean notificationEntered(int size) {
        boolean entered = state.notificationEntered(size);
        apply();
        return entered;
    }

    /** A notification waits no more. */
    public void notificationLeft(int size) {
        state.notificationLeft(size);
        apply();
    }

    /** The outbox got full, or has room again. */
    public void outboxChanged() {
        state.outboxChanged(outboxIsFull);
        apply();
    }

    /** So many more streams are reasons to pause, or fewer. */
    void streamsChanged(int more) {
        state.streamsChanged(more);
        apply();
    }

    /** To be called after each change of the state. */
    void apply() {
        long pause = state.pauses();
        long before = timed.get();
        if (pause > before && timed.compareAndSet(before, pause)) {
            scheduler.schedule(() -> isOver(pause), maxPause);
        }
        reading.follow(this::mayRead);
    }

    private void isOver(long pause) {
        state.pauseIsOver(pause);
        apply();
    }

    private boolean mayRead() {
        return !state.isPaused();
    }
}
