package org.gotalk.reach.node;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;

/** The threads of a node that was given none: one for the time, and some for what may block. */
final class OwnThreads {

    private static final int MAX_THREADS = 16;
    private static final int MAX_WAITING = 1024;
    private static final long IDLE_SECONDS = 30;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, OwnThreads::thread);
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            OwnThreads::thread);

    OwnThreads() {
        timer.setRemoveOnCancelPolicy(true);
        workers.allowCoreThreadTimeOut(true);
    }

    Executor executor() {
        return workers;
    }

    Scheduler scheduler() {
        return new SystemScheduler(timer);
    }

    void end() {
        timer.shutdownNow();
        workers.shutdown();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "gotalk-reach");
        thread.setDaemon(true);
        return thread;
    }
}
