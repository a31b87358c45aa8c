package org.gotalk.net.internal.websocket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gotalk.internal.concurrent.Trampoline;

/** Runs tasks one at a time, in the order in which they come. */
final class SerialTasks {

    private final Executor executor;
    private final Consumer<RuntimeException> whenOneFails;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Trampoline running = new Trampoline(this::runAll);

    SerialTasks(Executor executor, Consumer<RuntimeException> whenOneFails) {
        this.executor = executor;
        this.whenOneFails = whenOneFails;
    }

    /** On this thread, unless another one is at it. For threads that may read. */
    void runHere(Runnable task) {
        tasks.add(task);
        running.run();
    }

    /** On a thread of the executor, or the one that is at it. */
    void runSoon(Runnable task) {
        tasks.add(task);
        running.runOn(executor);
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                whenOneFails.accept(e);
            }
        }
    }
}
