package org.gotalk.jakarta.internal.concurrent;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads of our own, for servers without Jakarta Concurrency. They have the class loader of the application and nothing
 * else of its context, and end with it.
 */
final class OwnThreads {

    /** Tasks that may wait for a thread; beyond them, requests are refused and may be retried. */
    private static final int MAX_WAITING = 1024;

    private static final long IDLE_SECONDS = 30;

    private OwnThreads() {}

    /**
     * Creates threads as they are needed.
     *
     * @param application the name of the application, for names of threads
     * @param loader of the application
     * @param max of threads that run handlers
     */
    static ContainerThreads create(String application, ClassLoader loader, int max) {
        ThreadPoolExecutor handlers = new ThreadPoolExecutor(
                max,
                max,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                threads("gotalk-handler" + application, loader));
        handlers.allowCoreThreadTimeOut(true);
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, threads("gotalk-time" + application, loader));
        timer.setRemoveOnCancelPolicy(true);
        return new ContainerThreads(
                handlers, Runnable::run, timer, threads("gotalk" + application, loader), () -> Runnable::run, () -> {
                    handlers.shutdown();
                    timer.shutdownNow();
                });
    }

    private static ThreadFactory threads(String name, ClassLoader loader) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setContextClassLoader(loader);
            thread.setDaemon(true);
            return thread;
        };
    }
}
