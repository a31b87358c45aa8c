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
 * @param scheduler keeps time
 * @param closer closes sessions
 */
record ApplicationThreads(FallbackExecutor executor, ApplicationScheduler scheduler, SessionCloser closer) {

    static ApplicationThreads on(ContainerThreads found, Duration closeTimeout) {
        ApplicationScheduler scheduler = new ApplicationScheduler(new SystemScheduler(found.scheduler()));
        return new ApplicationThreads(
                new FallbackExecutor(found.executor(), found.inContext(), scheduler),
                scheduler,
                new SessionCloser(found.factory(), scheduler, closeTimeout));
    }

    /** The application ends: nothing is refused any more. */
    void beginToEnd() {
        executor.end();
    }

    /** Everything is done. */
    void end() {
        closer.close();
        scheduler.stop();
    }
}
