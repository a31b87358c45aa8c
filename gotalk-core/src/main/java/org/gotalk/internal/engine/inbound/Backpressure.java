package org.gotalk.internal.engine.inbound;

import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Slows the peer down when it sends more than this side gets done, or does not take the answers: reading pauses, for a
 * bounded time, after which the peer is read again and what is too much is refused.
 *
 * <p>The lock guards the state and the counters; reading is switched without it.
 */
public final class Backpressure {

    private enum State {
        /** All is well. */
        FLOWING,
        /** Reading pauses until enough has been done, or the time is over. */
        PAUSED,
        /** The time is over and there is still too much. */
        REFUSING
    }

    private final Limits limits;
    private final Scheduler scheduler;
    private final ReadControl reading;
    private final BooleanSupplier outboxIsFull;

    private final Object lock = new Object();
    private State state = State.FLOWING; // guarded by lock
    private int messages; // that wait their turn; guarded by lock
    private long bytes; // of their payloads; guarded by lock
    private long pauses; // so far; guarded by lock
    private int fullStreams; // for which reading pauses; guarded by lock
    private volatile boolean paused; // written under lock

    Backpressure(Limits limits, Scheduler scheduler, ReadControl reading, BooleanSupplier outboxIsFull) {
        this.limits = limits;
        this.scheduler = scheduler;
        this.reading = reading;
        this.outboxIsFull = outboxIsFull;
    }

    /** A message waits its turn. */
    void entered(int size) {
        change(1, size);
    }

    /** A message waits no more. */
    void left(int size) {
        change(-1, -size);
    }

    /** The outbox got full, or has room again. */
    void outboxChanged() {
        change(0, 0);
    }

    /** A stream began or ceased to be a reason to pause, besides whatever else there is. */
    void streamChanged(StreamFlowControl gate) {
        synchronized (lock) {
            fullStreams += gate.change();
            look();
        }
        applyState();
    }

    /** Whether nothing further should be read now. */
    boolean isPaused() {
        return paused;
    }

    /** Whether a further message has no place to wait. */
    boolean refusesToWait() {
        synchronized (lock) {
            return state == State.REFUSING && tooManyWait();
        }
    }

    private void change(int messageCount, long byteCount) {
        boolean full = outboxIsFull.getAsBoolean();
        long begun = 0;
        synchronized (lock) {
            messages += messageCount;
            bytes += byteCount;
            boolean tooMuch = full || tooManyWait();
            if (tooMuch && state == State.FLOWING) {
                state = State.PAUSED;
                begun = ++pauses;
            } else if (!tooMuch && (state == State.REFUSING || enoughIsDone())) {
                state = State.FLOWING;
            }
            look();
        }
        if (begun > 0) {
            long pause = begun;
            scheduler.schedule(() -> timeIsOver(pause), limits.readPause());
        }
        applyState();
    }

    private void timeIsOver(long pause) {
        synchronized (lock) {
            if (pause == pauses && state == State.PAUSED) {
                state = State.REFUSING;
            }
            look();
        }
        applyState();
    }

    private void look() {
        paused = state == State.PAUSED || fullStreams > 0;
    }

    private void applyState() {
        reading.follow(this::mayRead);
    }

    private boolean mayRead() {
        return !paused;
    }

    private boolean tooManyWait() {
        return messages > 0 && (messages >= limits.maxWaitingRequests() || bytes >= limits.maxWaitingBytes());
    }

    /** Half of what may wait, so that reading does not stop and start with each message. */
    private boolean enoughIsDone() {
        return messages <= limits.maxWaitingRequests() / 2 && bytes <= limits.maxWaitingBytes() / 2;
    }
}
