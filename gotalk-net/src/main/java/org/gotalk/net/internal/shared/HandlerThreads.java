package org.gotalk.net.internal.shared;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that run handlers by default. */
final class HandlerThreads {

    /** Beyond this, requests are refused and may be retried. */
    private static final int MOST = 256;

    private static final long IDLE_SECONDS = 30;

    /** Creates threads that do not keep the process alive. */
    static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    private HandlerThreads() {}

    /** Virtual threads if the JDK has them, or else platform threads, created on demand. */
    static ExecutorService create() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (Throwable before21) {
            return new ThreadPoolExecutor(
                    0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named("gotalk-handler"));
        }
    }

    /** Creates named threads that do not keep the process alive. */
    static ThreadFactory named(String name) {
        return named(name, DAEMONS);
    }

    /** Names the threads of another factory. */
    static ThreadFactory named(String name, ThreadFactory factory) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = factory.newThread(task);
            thread.setName(name + "-" + count.incrementAndGet());
            return thread;
        };
    }
}
