package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Slows the peer when it sends faster than this side handles, or does not read results: pauses reading while the {@link
 * InboundState} requires, for at most the time in the limits.
 */
public final class Backpressure {

    private final InboundState state;
    private final Scheduler scheduler;
    private final Duration maxPause;
    private final ReadControl readControl;
    private final BooleanSupplier outboxIsFull;
    private final AtomicLong timed = new AtomicLong(); // number of the last pause that has a timer

    public Backpressure(Limits limits, Scheduler scheduler, ReadControl readControl, BooleanSupplier outboxIsFull) {
        this.state = new InboundState(limits);
        this.scheduler = scheduler;
        this.maxPause = limits.readPause();
        this.readControl = readControl;
        this.outboxIsFull = outboxIsFull;
    }

    InboundState state() {
        return state;
    }

    /** What there is to do for the peer. */
    public Backlog backlog() {
        return state.backlog();
    }

    /** Counts a queued notification; false if there is no room for it. */
    public boolean notificationEntered(int size) {
        boolean entered = state.notificationEntered(size);
        apply();
        return entered;
    }

    /** Counts a notification that left the queue. */
    public void notificationLeft(int size) {
        state.notificationLeft(size);
        apply();
    }

    /** The outbox became full or has room again. */
    public void outboxChanged() {
        state.outboxChanged(outboxIsFull);
        apply();
    }

    /** Changes the number of streams that pause reading. */
    public void streamsChanged(int more) {
        state.streamsChanged(more);
        apply();
    }

    /** Pauses or resumes reading; called after each change of the state. */
    void apply() {
        long pause = state.pauses();
        if (pause > timed.getAndAccumulate(pause, Math::max)) {
            scheduler.schedule(() -> isOver(pause), maxPause);
        }
        readControl.follow(this::mayRead);
    }

    private void isOver(long pause) {
        state.pauseIsOver(pause);
        apply();
    }

    private boolean mayRead() {
        return !state.isPaused();
    }
}
