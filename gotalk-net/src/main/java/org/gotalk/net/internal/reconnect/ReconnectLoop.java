package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.SockClosedException;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SerialQueue;
import org.gotalk.internal.engine.EngineSock;
import org.jspecify.annotations.Nullable;

/**
 * Makes one connection after the other, until it is told to give up.
 *
 * <p>What happens is queued, and worked off by the thread that found the queue empty. So the fields need no lock, and none
 * is held while others are told.
 */
public final class ReconnectLoop {

    private static final CloseReason DRAINED = CloseReason.of(Code.GOING_AWAY, "drained");
    private static final CloseReason NOT_PREPARED = CloseReason.of(Code.NORMAL, "the set-up failed");

    private final Connector connector;
    private final Backoff backoff;
    private final Scheduler scheduler;
    private final ReconnectListener course;
    private final BooleanSupplier somethingWaits;
    private final SerialQueue events = new SerialQueue(Runnable::run);

    // Touched by events alone.
    private @Nullable EngineSock present; // being prepared, or of use
    private boolean isOfUse;
    private Scheduler.Cancellable nextAttempt = () -> {};
    private @Nullable Grace grace; // since it was told to drain
    private @Nullable CloseReason givenUp;

    /** Whether something waits is asked where all is to end without losing it. */
    public ReconnectLoop(
            Connector connector,
            Backoff backoff,
            Scheduler scheduler,
            ReconnectListener course,
            BooleanSupplier somethingWaits) {
        this.connector = connector;
        this.backoff = backoff;
        this.scheduler = scheduler;
        this.course = course;
        this.somethingWaits = somethingWaits;
    }

    /** Begins with the first attempt. */
    public void start() {
        events.add(this::attempt);
    }

    /** Ends for good, also the connection that is there. A second call changes nothing. */
    public void giveUp(CloseReason reason) {
        events.add(() -> nowGiveUp(reason));
    }

    /**
     * Ends for good once nothing waits and the connection is drained, at the latest when this time is over. A further
     * call can only shorten it.
     */
    public void drain(Duration within) {
        events.add(() -> nowDrain(within));
    }

    /** What waited does so no more. */
    public void nothingWaits() {
        events.add(this::lookWhetherDrained);
    }

    private void attempt() {
        if (givenUp == null) {
            course.connecting();
            connector.connect().whenComplete((made, failure) -> events.add(() -> attempted(made, failure)));
        }
    }

    private void attempted(@Nullable EngineSock made, @Nullable Throwable failure) {
        if (made == null) {
            failed(failure == null ? new IllegalStateException("no connection was made") : failure);
        } else if (givenUp != null) {
            made.close(givenUp);
        } else {
            present = made;
            made.ended().thenAccept(reason -> events.add(() -> ended(made, reason)));
            connector.prepare(made).whenComplete((done, problem) -> events.add(() -> prepared(made, problem)));
        }
    }

    private void prepared(EngineSock made, @Nullable Throwable problem) {
        if (present != made || givenUp != null) {
            return;
        }
        if (problem == null) {
            isOfUse = true;
            backoff.opened(scheduler.nanoTime());
            course.opened(made);
        } else {
            present = null;
            made.close(NOT_PREPARED);
            failed(problem);
        }
    }

    private void failed(Throwable failure) {
        if (givenUp == null) {
            Throwable cause = FailureCause.of(failure);
            await(isMisunderstanding(cause) ? backoff.afterMisunderstanding() : backoff.afterFailure(), cause);
        }
    }

    private void ended(EngineSock made, CloseReason reason) {
        if (present != made) {
            return;
        }
        boolean wasOfUse = isOfUse;
        present = null;
        isOfUse = false;
        if (wasOfUse) {
            course.ended(made, reason);
        }
        SockClosedException cause = SockClosedException.withoutConnection(reason);
        if (givenUp != null) {
            course.closed(reason);
        } else if (grace != null && !somethingWaits.getAsBoolean()) {
            nowGiveUp(reason);
        } else if (wasOfUse) {
            await(backoff.afterEnd(reason, scheduler.nanoTime()), cause);
        } else {
            failed(cause);
        }
    }

    private void await(Duration delay, Throwable cause) {
        course.waiting(delay, cause);
        nextAttempt = scheduler.schedule(() -> events.add(this::attempt), delay);
    }

    private void nowGiveUp(CloseReason reason) {
        if (givenUp != null) {
            return;
        }
        givenUp = reason;
        nextAttempt.cancel();
        if (grace != null) {
            grace.timer.cancel();
        }
        course.givenUp(reason);
        if (present == null) {
            course.closed(reason);
        } else {
            present.close(reason);
        }
    }

    private void nowDrain(Duration within) {
        long until = scheduler.nanoTime() + within.toNanos();
        if (givenUp != null || (grace != null && grace.until - until <= 0)) {
            return;
        }
        if (grace != null) {
            grace.timer.cancel();
        }
        grace = new Grace(until, scheduler.schedule(() -> giveUp(DRAINED), within));
        lookWhetherDrained();
    }

    private void lookWhetherDrained() {
        if (grace == null || givenUp != null || somethingWaits.getAsBoolean()) {
            return;
        }
        if (present != null && isOfUse) {
            present.drain(Duration.ofNanos(Math.max(0, grace.until - scheduler.nanoTime())));
        } else {
            nowGiveUp(DRAINED);
        }
    }

    /** Peers that do not get on with each other will hardly have learnt better in half a second. */
    private static boolean isMisunderstanding(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof SockClosedException closed) {
            Code code = closed.reason().code();
            return code == Code.GAVE_UP || code == Code.UNSUPPORTED || code == Code.INVALID_MESSAGE;
        }
        return cause != null && isMisunderstanding(cause);
    }

    /** How long a drain may take. */
    private record Grace(long until, Scheduler.Cancellable timer) {}
}
