package org.gotalk.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What the application is told in order: that a connection is open, its notifications, its end. One task on the
 * executor at a time works through it.
 */
final class SerialQueue {

    private static final Logger LOG = System.getLogger("org.gotalk");
    private static final Duration RETRY = Duration.ofMillis(100);

    private final Settings settings;
    private final Object lock = new Object();
    private final Deque<Runnable> waiting = new ArrayDeque<>(); // guarded by lock
    private boolean working; // a task is submitted or at work; guarded by lock
    private boolean ended; // guarded by lock

    SerialQueue(Settings settings) {
        this.settings = settings;
    }

    /** Runs this after everything that was added before; not at all after the last. */
    void add(Runnable task) {
        add(task, false);
    }

    /** Runs this after everything that was added before, and nothing after it. */
    void addLast(Runnable task) {
        add(task, true);
    }

    private void add(Runnable task, boolean last) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            ended = last;
            waiting.add(task);
            if (working) {
                return;
            }
            working = true;
        }
        submit();
    }

    /** A full executor is asked again until it has room: what is in here cannot be refused. */
    private void submit() {
        try {
            settings.executor().execute(this::work);
        } catch (RejectedExecutionException e) {
            settings.scheduler().schedule(this::submit, RETRY);
        }
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (Throwable thrown) {
                // What one notification does wrong must not keep the next from being handled.
                LOG.log(Level.ERROR, "uncaught failure of the application", thrown);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (lock) {
            working = !waiting.isEmpty();
            return waiting.poll();
        }
    }
}
