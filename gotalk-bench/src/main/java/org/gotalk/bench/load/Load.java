package org.gotalk.bench.load;

import java.io.IOException;
import java.time.Duration;

/** Connections that are kept busy for a while, by the calling thread. */
public final class Load implements AutoCloseable {

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Tally tally = new Tally();
    private final Connections connections;

    /** Opens the connections and waits until all are ready. */
    public Load(Target target, Work work) throws IOException {
        connections = new Connections(target, work, tally, cause -> {
            throw cause;
        });
    }

    /** Keeps the connections as busy as they may be for so long, then waits a while for what is still to come. */
    public Tally run(Duration span) throws IOException {
        tally.reset();
        connections.begin();
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            connections.select(() -> System.nanoTime() < end);
        }
        long longest = end + LONGEST_REST.toNanos();
        while (System.nanoTime() < longest && connections.missing() > 0) {
            connections.select(() -> false);
        }
        tally.unanswered(connections.missing());
        return tally;
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
