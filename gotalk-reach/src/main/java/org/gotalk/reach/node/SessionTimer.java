package org.gotalk.reach.node;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;

/** Ends sessions whose peers do not come back; what the application makes of it runs on the executor. */
final class SessionTimer {

    private final Duration window;
    private final Scheduler scheduler;
    private final Executor executor;

    /** @param window maximum time without a connection */
    SessionTimer(Duration window, Scheduler scheduler, Executor executor) {
        this.window = window;
        this.scheduler = scheduler;
        this.executor = new RetryingExecutor(executor, scheduler);
    }

    /** Runs an action when the window is over. */
    Cancellable atEnd(Runnable action) {
        return scheduler.schedule(() -> executor.execute(action), window);
    }
}
