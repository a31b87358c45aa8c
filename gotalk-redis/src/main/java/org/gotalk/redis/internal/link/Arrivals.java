package org.gotalk.redis.internal.link;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What has arrived and waits for the engine thread, in its order. While this is much, no more is read. Thread-safe. */
final class Arrivals {

    private static final long MOST_BYTES = 4L << 20;

    /** Arrivals that are handled before other tasks of the thread have their turn. */
    private static final int SLICE = 256;

    private final Executor thread;
    private final Consumer<Boolean> read;

    @GuardedBy("this")
    private final Deque<Arrival> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private boolean isDue;

    @GuardedBy("this")
    private boolean hasEnded;

    private volatile boolean isPaused;

    private record Arrival(int size, Runnable task) {}

    /** @param read called with whether the connection is to be read */
    Arrivals(Executor thread, Consumer<Boolean> read) {
        this.thread = thread;
        this.read = read;
    }

    boolean isPaused() {
        return isPaused;
    }

    void add(int size, Runnable task) {
        synchronized (this) {
            if (hasEnded) {
                return;
            }
            waiting.add(new Arrival(size, task));
            bytes += size;
            if (bytes > MOST_BYTES && !isPaused) {
                isPaused = true;
                read.accept(false);
            }
            if (isDue) {
                return;
            }
            isDue = true;
        }
        thread.execute(this::handle);
    }

    private void handle() {
        for (int i = 0; i < SLICE; i++) {
            Arrival next = next();
            if (next == null) {
                return;
            }
            try {
                next.task().run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a message cannot be handled", e);
            }
            handled(next);
        }
        thread.execute(this::handle);
    }

    private synchronized @Nullable Arrival next() {
        Arrival next = waiting.poll();
        isDue = next != null;
        return next;
    }

    private synchronized void handled(Arrival arrival) {
        bytes -= arrival.size();
        if (isPaused && bytes < MOST_BYTES / 4) {
            readAgain();
        }
    }

    /** A new connection is read, whatever waits of the one before. */
    synchronized void readAgain() {
        isPaused = false;
        read.accept(true);
    }

    synchronized void end() {
        hasEnded = true;
        waiting.clear();
    }
}
