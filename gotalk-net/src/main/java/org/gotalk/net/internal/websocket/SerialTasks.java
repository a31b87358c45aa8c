package org.gotalk.net.internal.websocket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one at a time, in the order in which they come. The counter says how many are there: the thread that counts
 * up from zero runs them, or has them run; others only count.
 */
final class SerialTasks {

    private final Executor executor;
    private final Consumer<RuntimeException> whenOneFails;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger due = new AtomicInteger();

    SerialTasks(Executor executor, Consumer<RuntimeException> whenOneFails) {
        this.executor = executor;
        this.whenOneFails = whenOneFails;
    }

    /** On this thread, unless another one is at it. For threads that may read. */
    void runHere(Runnable task) {
        tasks.add(task);
        if (due.getAndIncrement() == 0) {
            runAll();
        }
    }

    /** On a thread of the executor, or the one that is at it. */
    void runSoon(Runnable task) {
        tasks.add(task);
        if (due.getAndIncrement() == 0) {
            executor.execute(this::runAll);
        }
    }

    private void runAll() {
        do {
            try {
                tasks.remove().run();
            } catch (RuntimeException e) {
                whenOneFails.accept(e);
            }
        } while (due.decrementAndGet() > 0);
    }
}
