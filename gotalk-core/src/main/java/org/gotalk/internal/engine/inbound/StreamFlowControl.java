package org.gotalk.internal.engine.inbound;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.streams.InboundParts;

/**
 * Slows the peer while one stream is full: nothing is read from the connection until half of what waits was read by the
 * application, for a bounded time. After that the stream is overdue, and refuses parts for as long as it is full.
 *
 * <p>The state is guarded by the lock of the {@link InboundParts} that it belongs to; {@link #apply} is called without it,
 * after each change.
 */
public final class StreamFlowControl {

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
    private final AtomicBoolean timed = new AtomicBoolean(); // a look at the time is scheduled
    private boolean counted; // as pausing; guarded by the lock of Backpressure
    private volatile State state = State.OPEN; // written under the lock
    private volatile long since; // when the pause began; written under the lock

    /** What is run when the time may be over calls {@link #lookAtTheTime} under the lock, then {@link #apply}. */
    StreamFlowControl(EngineSettings settings, Backpressure backpressure, Runnable whenTimeIsOver) {
        this.limit = settings.limits().maxStreamBuffer();
        this.readPause = settings.limits().readPause();
        this.scheduler = settings.scheduler();
        this.whenTimeIsOver = whenTimeIsOver;
        this.backpressure = backpressure;
    }

    /** Whether a part is one too many. */
    boolean refuses(long cost) {
        return state == State.OVERDUE && cost >= limit;
    }

    /** This much waits to be read now. */
    void holds(long cost) {
        if (state == State.OPEN && cost >= limit) {
            state = State.PAUSING;
            since = scheduler.nanoTime();
        } else if (cost <= (state == State.PAUSING ? limit / 2 : limit - 1)) {
            state = State.OPEN;
        }
    }

    void lookAtTheTime(long cost) {
        if (state == State.PAUSING && scheduler.nanoTime() - since >= readPause.toNanos()) {
            state = cost >= limit ? State.OVERDUE : State.OPEN;
        }
    }

    void apply() {
        backpressure.streamChanged(this);
        if (isPausing() && timed.compareAndSet(false, true)) {
            scheduler.schedule(this::timeIsOver, readPause.minusNanos(scheduler.nanoTime() - since));
        }
    }

    /** How the count of streams for which reading pauses changes: by one, or not. */
    int change() {
        boolean before = counted;
        counted = isPausing();
        return Boolean.compare(counted, before);
    }

    private boolean isPausing() {
        return state == State.PAUSING;
    }

    /** A pause that began after the look was scheduled gets one of its own. */
    private void timeIsOver() {
        timed.set(false);
        whenTimeIsOver.run();
    }
}
