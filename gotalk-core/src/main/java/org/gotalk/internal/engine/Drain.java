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
 * The end of a connection that loses no work: the peer's further requests are refused, and the connection closes once
 * nothing is under way in either direction.
 *
 * <p>Whoever may have been the last thing under way calls {@link #look}. Notifications come last: a task behind them says
 * that they are handled, and looks once more whether they have set off anything.
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

    /** The time, if it is one to give. */
    static Duration checked(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is " + grace + ", but must not be negative");
        }
        return grace;
    }

    /**
     * Begins, or shortens the time where it has begun.
     *
     * @return what keeps the time, to be cancelled at the connection's end
     */
    Scheduler.Cancellable begin(Duration grace, CloseReason reason) {
        parts.requests().refuseFurther();
        begun.compareAndSet(null, reason);
        look();
        return scheduler.schedule(() -> close.accept(reason), Deadline.atMostEver(grace));
    }

    /** Something is done that may have been the last. */
    void look() {
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
