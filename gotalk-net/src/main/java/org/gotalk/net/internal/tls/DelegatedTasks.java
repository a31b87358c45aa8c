package org.gotalk.net.internal.tls;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * What an engine leaves to others because it takes long: keys are computed, certificates looked at, which may even ask
 * the network. The engine is locked meanwhile, so that nothing else may touch it.
 */
final class DelegatedTasks {

    /** A full executor is asked again after this. */
    static final Duration AGAIN = Duration.ofMillis(100);

    private final SSLEngine engine;
    private final Executor executor;
    private final Scheduler scheduler;
    private final Runnable whenDone;
    private final AtomicBoolean running = new AtomicBoolean();

    DelegatedTasks(SSLEngine engine, Executor executor, Scheduler scheduler, Runnable whenDone) {
        this.engine = engine;
        this.executor = executor;
        this.scheduler = scheduler;
        this.whenDone = whenDone;
    }

    boolean areRunning() {
        return running.get();
    }

    /**
     * Has them run on the executor. A second call while they run changes nothing.
     *
     * @throws RejectedExecutionException when there is nobody left who could run them
     */
    void run() {
        if (running.compareAndSet(false, true)) {
            submit();
        }
    }

    private void submit() {
        try {
            executor.execute(this::runAll);
        } catch (RejectedExecutionException full) {
            Scheduler.Cancellable unused = scheduler.schedule(this::submit, AGAIN);
        }
    }

    private void runAll() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        running.set(false);
        whenDone.run();
    }
}
