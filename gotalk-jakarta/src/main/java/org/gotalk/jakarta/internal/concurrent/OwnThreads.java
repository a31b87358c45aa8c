package org.gotalk.jakarta.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.internal.concurrent.VirtualThreads;

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
     * @param maxRunning handlers at once; as many more threads may wait for peers
     */
    static ContainerThreads create(String application, ClassLoader loader, int maxRunning) {
        ThreadPoolExecutor handlers = new ThreadPoolExecutor(
                0,
                (int) Math.min(2L * maxRunning, Integer.MAX_VALUE),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ToIdleThreads(),
                threads("gotalk-handler" + application, loader),
                OwnThreads::enqueue);
        return with(handlers, handlers::shutdown, application, loader);
    }

    /**
     * Handlers have a virtual thread each. How many there are at once is up to {@code gotalk.max-running} alone.
     *
     * @throws IllegalStateException if this Java has none
     */
    static ContainerThreads virtual(String application, ClassLoader loader) {
        ThreadFactory factory = VirtualThreads.named("gotalk-handler" + application + "-")
                .orElseThrow(
                        () -> new IllegalStateException("Gotalk cannot start: gotalk.executor is \"virtual\", but Java "
                                + Runtime.version().feature()
                                + " has no virtual threads. Run the server with Java 21 or newer"));
        Executor handlers = task -> {
            Thread thread = factory.newThread(task);
            thread.setContextClassLoader(loader);
            thread.start();
        };
        return with(handlers, () -> {}, application, loader);
    }

    private static ContainerThreads with(
            Executor handlers, Runnable endOfHandlers, String application, ClassLoader loader) {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, threads("gotalk-time" + application, loader));
        timer.setRemoveOnCancelPolicy(true);
        return new ContainerThreads(
                handlers,
                Runnable::run,
                timer,
                threads("gotalk" + application, loader),
                () -> Runnable::run,
                true,
                () -> {
                    endOfHandlers.run();
                    timer.shutdownNow();
                });
    }

    /** No thread is idle, and there may be no more. */
    private static void enqueue(Runnable task, ThreadPoolExecutor handlers) {
        if (handlers.isShutdown() || handlers.getQueue().size() >= MAX_WAITING) {
            throw new RejectedExecutionException("all threads are busy, and " + MAX_WAITING + " tasks wait");
        }
        ((ToIdleThreads) handlers.getQueue()).enqueue(task);
    }

    private static ThreadFactory threads(String name, ClassLoader loader) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            // Inherits no thread-locals: the submitting thread may serve a request of a user.
            Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), 0, false);
            thread.setContextClassLoader(loader);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Takes a task if a thread is idle; otherwise the pool makes a thread. */
    private static final class ToIdleThreads extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        /** Not by {@code add}: a JDK may do that by {@code offer}, which takes tasks for idle threads alone here. */
        void enqueue(Runnable task) {
            boolean unused = super.offer(task); // there is no bound
        }
    }
}
