package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.SockClosedException;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SerialQueue;
import org.gotalk.internal.engine.EngineSock;
import org.jspecify.annotations.Nullable;

/**
 * Makes one connection after the other, until it is told to give up. It owns the state: the {@link ReconnectingSender} and
 * the listener are told of its changes, and tell it nothing but that no message waits any more.
 *
 * <p>What happens is queued, and worked off by the thread that found the queue empty. So the fields need no lock, and none
 * is held while others are told.
 */
final class ReconnectLoop {

    private static final CloseReason DRAINED = CloseReason.of(Code.GOING_AWAY, "drained");
    private static final CloseReason NOT_PREPARED = CloseReason.of(Code.NORMAL, "the set-up failed");

    private final Connector connector;
    private final Backoff backoff;
    private final Scheduler scheduler;
    private final ReconnectingSender sender;
    private final ReconnectListener listener;
    private final SerialQueue events = new SerialQueue(Runnable::run);

    private volatile @Nullable EngineSock connection; // of use; written by events alone

    // Touched by events alone.
    private @Nullable EngineSock present; // being prepared, or of use
    private Scheduler.Cancellable nextAttempt = () -> {};
    private @Nullable Grace grace; // since it was told to drain
    private @Nullable CloseReason givenUp;

    /** One that is not begun yet; messages that wait for a connection are kept in the buffer. */
    ReconnectLoop(
            Connector connector,
            Backoff backoff,
            OfflineBuffer buffer,
            Scheduler scheduler,
            ReconnectListener listener) {
        this.connector = connector;
        this.backoff = backoff;
        this.scheduler = scheduler;
        this.listener = listener;
        this.sender = new ReconnectingSender(buffer, scheduler, () -> events.add(this::lookWhetherDrained));
    }

    /** Sends on the connection that is of use; what is sent while there is none waits for the next. */
    ReconnectingSender sender() {
        return sender;
    }

    /** The connection that is there and of use; null for none. May be called on any thread. */
    @Nullable
    EngineSock connection() {
        return connection;
    }

    /** Begins with the first attempt. */
    void start() {
        events.add(this::attempt);
    }

    /** Ends for good, also the connection that is there; what waits fails at once. A second call changes nothing. */
    void giveUp(CloseReason reason) {
        sender.giveUp(reason);
        events.add(() -> nowGiveUp(reason));
    }

    /**
     * Ends for good once nothing waits and the connection is drained, at the latest when this time is over. A further
     * call can only shorten it.
     */
    void drain(Duration within) {
        events.add(() -> nowDrain(within));
    }

    private void attempt() {
        if (givenUp == null) {
            listener.connecting();
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
            connection = made;
            backoff.opened(scheduler.nanoTime());
            listener.opened(made);
            sender.opened(made);
        } else {
            present = null;
            made.close(NOT_PREPARED);
            failed(problem);
        }
    }

    private void failed(Throwable failure) {
        if (givenUp != null) {
            return;
        }
        Throwable cause = FailureCause.of(failure);
        if (cause instanceof SockClosedException refused && refused.reason().isFinal()) {
            nowGiveUp(refused.reason());
        } else {
            await(isMisunderstanding(cause) ? backoff.afterMisunderstanding() : backoff.afterFailure(), cause);
        }
    }

    private void ended(EngineSock made, CloseReason reason) {
        if (present != made) {
            return;
        }
        boolean wasOfUse = connection == made;
        present = null;
        connection = null;
        if (wasOfUse) {
            sender.lost(made);
        }
        if (wasOfUse && givenUp == null) {
            listener.ended();
        }
        SockClosedException cause = SockClosedException.withoutConnection(reason);
        if (givenUp != null) {
            listener.closed(reason);
        } else if (reason.isFinal() || (grace != null && !sender.somethingWaits())) {
            nowGiveUp(reason);
        } else if (wasOfUse) {
            await(backoff.afterEnd(reason, scheduler.nanoTime()), cause);
        } else {
            failed(cause);
        }
    }

    private void await(Duration delay, Throwable cause) {
        listener.waiting(delay, cause);
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
        sender.giveUp(reason);
        listener.givenUp(reason);
        if (present == null) {
            listener.closed(reason);
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
        grace = new Grace(until, scheduler.schedule(() -> events.add(() -> nowGiveUp(DRAINED)), within));
        lookWhetherDrained();
    }

    private void lookWhetherDrained() {
        if (grace == null || givenUp != null || sender.somethingWaits()) {
            return;
        }
        EngineSock inUse = connection;
        if (inUse != null) {
            inUse.drain(Duration.ofNanos(Math.max(0, grace.until - scheduler.nanoTime())));
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
