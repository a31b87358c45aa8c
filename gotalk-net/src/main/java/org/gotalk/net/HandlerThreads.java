package org.gotalk.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that run handlers where the user brings none. */
final class HandlerThreads {

    /** Past that, requests are refused for the time being. */
    private static final int MOST = 256;

    private static final long IDLE_SECONDS = 30;

    /** Makes threads that do not keep the process alive. */
    static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    private HandlerThreads() {}

    /** Virtual threads where the JDK has them, else platform threads, which are made as they are needed. */
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

    /** Threads that do not keep the process alive, with names. */
    static ThreadFactory named(String name) {
        return named(name, DAEMONS);
    }

    /** Those of another factory, with names. */
    static ThreadFactory named(String name, ThreadFactory factory) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = factory.newThread(task);
            thread.setName(name + "-" + count.incrementAndGet());
            return thread;
        };
    }
}
