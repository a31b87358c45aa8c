package org.gotalk.jakarta;

import static org.gotalk.jakarta.LifecycleLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.jakarta.internal.concurrent.ApplicationScheduler;
import org.gotalk.jakarta.internal.concurrent.ContainerThreads;
import org.gotalk.jakarta.internal.concurrent.ExecutorSize;
import org.gotalk.jakarta.internal.concurrent.FallbackExecutor;
import org.gotalk.jakarta.internal.websocket.SessionCloser;

/**
 * The threads of one application, which end with it.
 *
 * @param executor runs handlers
 * @param scheduler runs timers
 * @param closer closes sessions
 * @param isSizeKnown whether the executor runs as many tasks at once as were asked for
 * @param endOfOwn ends what the server does not
 */
record ApplicationThreads(
        FallbackExecutor executor,
        ApplicationScheduler scheduler,
        SessionCloser closer,
        boolean isSizeKnown,
        Runnable endOfOwn) {

    static ApplicationThreads on(ContainerThreads found, Duration closeTimeout) {
        ApplicationScheduler scheduler = new ApplicationScheduler(new SystemScheduler(found.scheduler()));
        return new ApplicationThreads(
                new FallbackExecutor(found.executor(), found.inContext(), scheduler),
                scheduler,
                new SessionCloser(found.factory(), scheduler, closeTimeout),
                found.isSizeKnown(),
                found.end());
    }

    /**
     * Asks the server's executor how much it runs at once, and warns if that is less than expected. Returns at once.
     *
     * @param expected maximum handlers at once
     * @param remedy what gives the executor more threads
     * @param delay until then the application has started: before, a server may hold tasks back
     */
    void warnIfTooFew(int expected, String remedy, Duration delay) {
        if (!isSizeKnown) {
            scheduler.schedule(() -> warnIfTooFewNow(expected, remedy), delay);
        }
    }

    private void warnIfTooFewNow(int expected, String remedy) {
        int asked = Math.min(expected, ExecutorSize.MAX_ASKED);
        ExecutorSize.ask(executor, scheduler, asked).thenAccept(atOnce -> {
            if (atOnce < asked) {
                LOG.log(
                        Level.WARNING,
                        "The executor runs {0} tasks at once when asked for {1}; gotalk.max-running is {2}. While that many"
                                + " handlers block, further requests wait. {3}",
                        atOnce,
                        asked,
                        expected,
                        remedy);
            }
        });
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
