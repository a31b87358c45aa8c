package org.gotalk.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are kept busy beside those that are measured, by a thread of their own. Those that the server closes are
 * counted, and stay closed.
 */
public final class Neighbours implements AutoCloseable {

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final AtomicInteger lost = new AtomicInteger();
    private final Connections connections;
    private final Thread thread = new Thread(this::run, "neighbours");
    private volatile boolean isOver;
    private volatile @Nullable Exception failure;

    private Neighbours(Target target, Work work) throws IOException {
        connections = new Connections(target, work, new Tally(), cause -> lost.incrementAndGet());
    }

    /** Opens their connections, and begins. */
    public static Neighbours open(Target target, Work work) throws IOException {
        Neighbours neighbours = new Neighbours(target, work);
        if (work.connections() > 0) {
            neighbours.thread.start();
        }
        return neighbours;
    }

    /** How many connections the server has closed. */
    public int lost() {
        return lost.get();
    }

    private void run() {
        try {
            connections.begin();
            while (!isOver) {
                connections.select(() -> !isOver);
            }
            long longest = System.nanoTime() + LONGEST_REST.toNanos();
            while (System.nanoTime() < longest && connections.missing() > 0) {
                connections.select(() -> false);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** Says nothing more, waits a while for what the server still does for them, and ends their connections. */
    @Override
    public void close() throws IOException {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close();
        Exception cause = failure;
        if (cause != null) {
            throw new IOException("the neighbours failed: " + cause, cause);
        }
    }
}
