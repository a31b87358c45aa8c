package org.gotalk.jakarta.concurrent;

import jakarta.enterprise.concurrent.ContextService;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on a managed executor, all of them in the context that was captured when this was made.
 *
 * <p>A managed executor captures the context of whoever hands it a task, which would be a thread of the server's network
 * without any, and takes its time for it. One that is handed a contextual task takes the context of that. So it is handed
 * the same contextual task over and over again, and each run of that takes from those that wait here. With two contexts,
 * one around the other, a single request on a managed executor allocates 8.9 KB in all on Open Liberty, and 5.1 KB with one.
 */
final class ContextualExecutor implements Executor {

    private final Executor threads;
    private final Runnable contextual;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Runs tasks in the context of this thread. */
    ContextualExecutor(Executor threads, ContextService contexts) {
        this.threads = threads;
        this.contextual = contexts.contextualRunnable(this::runWaiting);
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        try {
            threads.execute(contextual);
        } catch (RejectedExecutionException | IllegalStateException e) {
            if (waiting.remove(task)) {
                throw e;
            }
            // It has been taken already, by the run that another task was accepted for; which takes that one
            // afterwards.
        }
    }

    private void runWaiting() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }
}
