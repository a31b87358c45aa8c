package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection without losing work: refuses further requests of the peer, and closes once nothing is in progress
 * in either direction.
 *
 * <p>{@link #check} is called when work finishes. Notifications are last: a task queued behind them checks again, since
 * their handlers may have started further work.
 */
final class Drain {

    private final Scheduler scheduler;
    private final ConnectionParts parts;
    private final Consumer<CloseReason> close;
    private final AtomicReference<@Nullable CloseReason> begun = new AtomicReference<>();
    private final AtomicBoolean behindNotifications = new AtomicBoolean();

    Drain(Scheduler scheduler, ConnectionParts parts, Consumer<CloseReason> close) {
        this.scheduler = scheduler;
        this.parts = parts;
        this.close = close;
    }

    /** Rejects a negative grace period. */
    static Duration checked(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is " + grace + ", but must not be negative");
        }
        return grace;
    }

    /**
     * Begins to drain, or shortens the grace period.
     *
     * @return the timer, to be cancelled when the connection closes
     */
    Scheduler.Cancellable begin(Duration grace, CloseReason reason) {
        parts.requests().refuseFurther();
        begun.compareAndSet(null, reason);
        check();
        return scheduler.schedule(() -> close.accept(reason), Deadline.atMostEver(grace));
    }

    /** Closes if nothing is in progress. */
    void check() {
        if (begun.get() != null && nothingIsUnderWay() && behindNotifications.compareAndSet(false, true)) {
            parts.serial().add(this::notificationsAreHandled);
        }
    }

    private void notificationsAreHandled() {
        behindNotifications.set(false);
        CloseReason reason = begun.get();
        if (reason != null && nothingIsUnderWay()) {
            close.accept(reason);
        }
    }

    private boolean nothingIsUnderWay() {
        return parts.requests().isIdle()
                && parts.calls().isIdle()
                && parts.streamCalls().isIdle();
    }
}
