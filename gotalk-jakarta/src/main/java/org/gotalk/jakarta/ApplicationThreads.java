package org.gotalk.jakarta;

import java.time.Duration;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.jakarta.internal.concurrent.ApplicationScheduler;
import org.gotalk.jakarta.internal.concurrent.ContainerThreads;
import org.gotalk.jakarta.internal.concurrent.FallbackExecutor;
import org.gotalk.jakarta.internal.websocket.SessionCloser;

/**
 * The threads of one application, which end with it.
 *
 * @param executor runs handlers
 * @param scheduler runs timers
 * @param closer closes sessions
 * @param endOfOwn ends what the server does not
 */
record ApplicationThreads(
        FallbackExecutor executor, ApplicationScheduler scheduler, SessionCloser closer, Runnable endOfOwn) {

    static ApplicationThreads on(ContainerThreads found, Duration closeTimeout) {
        ApplicationScheduler scheduler = new ApplicationScheduler(new SystemScheduler(found.scheduler()));
        return new ApplicationThreads(
                new FallbackExecutor(found.executor(), found.inContext(), scheduler),
                scheduler,
                new SessionCloser(found.factory(), scheduler, closeTimeout),
                found.end());
    }

    /** The application stops: from now on no task is rejected. */
    void beginToEnd() {
        executor.end();
    }

    /** Releases the threads, after all connections have closed. */
    void end() {
        closer.close();
        scheduler.stop();
        endOfOwn.run();
    }
}
