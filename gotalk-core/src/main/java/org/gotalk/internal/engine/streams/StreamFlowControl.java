package org.gotalk.internal.engine.streams;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.shared.EngineSettings;

/**
 * Slows the peer while one stream is full: reading pauses until half of its buffer has been read, for a bounded time.
 * Then the stream is overdue and refuses parts while it is full.
 *
 * <p>Guarded by the lock of the {@link InboundParts} that owns it; {@link #apply} is called without the lock, with each
 * {@link #change}.
 */
final class StreamFlowControl {

    private enum State {
        OPEN,
        PAUSING,
        OVERDUE
    }

    private final long limit;
    private final Scheduler scheduler;
    private final Duration readPause;
    private final Runnable whenTimeIsOver;
    private final Backpressure backpressure;
    private final AtomicBoolean timed = new AtomicBoolean(); // a check is scheduled
    private boolean counted; // as pausing
    private volatile State state = State.OPEN; // written under the lock
    private volatile long since; // when the pause began; written under the lock

    /**
     * Does not pause reading.
     *
     * @param whenTimeIsOver calls {@link #checkTime} under the lock, then {@link #apply}
     */
    StreamFlowControl(EngineSettings settings, Backpressure backpressure, Runnable whenTimeIsOver) {
        this.limit = settings.limits().maxStreamBuffer();
        this.readPause = settings.limits().readPause();
        this.scheduler = settings.scheduler();
        this.whenTimeIsOver = whenTimeIsOver;
        this.backpressure = backpressure;
    }

    /** Whether a further part must be refused. */
    boolean refuses(long cost) {
        return state == State.OVERDUE && cost >= limit;
    }

    /** Sets the cost of the unread parts. */
    void update(long cost) {
        if (state == State.OPEN && cost >= limit) {
            state = State.PAUSING;
            since = scheduler.nanoTime();
        } else if (cost <= (state == State.PAUSING ? limit / 2 : limit - 1)) {
            state = State.OPEN;
        }
    }

    /** Ends a pause that has reached its maximum duration. */
    void checkTime(long cost) {
        if (state == State.PAUSING && scheduler.nanoTime() - since >= readPause.toNanos()) {
            state = cost >= limit ? State.OVERDUE : State.OPEN;
        }
    }

    /** Applies the last {@link #change} to the connection. */
    void apply(int change) {
        if (change != 0) {
            backpressure.streamsChanged(change);
        }
        if (isPausing() && timed.compareAndSet(false, true)) {
            scheduler.schedule(this::timeIsOver, readPause.minusNanos(scheduler.nanoTime() - since));
        }
    }

    /** The change in the number of pausing streams since the last call: 1, 0 or -1. */
    int change() {
        boolean before = counted;
        counted = isPausing();
        return Boolean.compare(counted, before);
    }

    private boolean isPausing() {
        return state == State.PAUSING;
    }

    /** A pause that began after the check was scheduled gets its own. */
    private void timeIsOver() {
        timed.set(false);
        whenTimeIsOver.run();
    }
}
