package org.gotalk.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Connections that one thread drives, at a time. */
final class Connections implements AutoCloseable {

    private static final Duration LONGEST_GREETING = Duration.ofSeconds(20);
    private static final int TICK_MILLIS = 10;
    private static final long TICK = Duration.ofMillis(TICK_MILLIS).toNanos();

    private final Selector selector = Selector.open();
    private final LossListener losses;
    private long ticked = System.nanoTime();

    /** Opens them, greets on each at once, since servers do not wait long for it, and waits until all are ready. */
    Connections(Target target, Work work, Tally tally, LossListener losses) throws IOException {
        this.losses = losses;
        IntFunction<Pace> paces = work.paces(tally);
        for (int i = 0; i < work.connections(); i++) {
            Connection connection = new Connection(target, work.room(i), paces.apply(i));
            connection.greet(connection.channel().register(selector, SelectionKey.OP_READ, connection));
        }
        awaitGreetings();
    }

    /** Says on each as much as may be said. */
    void begin() throws IOException {
        onEach(Connection::begin);
    }

    /** Waits for the network, for a tick at most, and does what it is ready for. */
    void select(BooleanSupplier maySay) throws IOException {
        selector.select(TICK_MILLIS);
        boolean may = maySay.getAsBoolean();
        for (SelectionKey key : selector.selectedKeys()) {
            on(key, (connection, its) -> connection.ready(its, may));
        }
        selector.selectedKeys().clear();
        long now = System.nanoTime();
        if (now - ticked >= TICK) {
            ticked = now;
            onEach(Connection::due);
        }
    }

    /** Answers, or messages of others, that are still to come on all of them. */
    int missing() {
        return selector.keys().stream()
                .filter(SelectionKey::isValid)
                .mapToInt(key -> connection(key).missing())
                .sum();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void awaitGreetings() throws IOException {
        long longest = System.nanoTime() + LONGEST_GREETING.toNanos();
        while (!selector.keys().stream().allMatch(key -> connection(key).isReady())) {
            if (System.nanoTime() > longest) {
                throw new IOException("the server did not answer the greeting");
            }
            select(() -> false);
        }
    }

    private void onEach(Step step) throws IOException {
        for (SelectionKey key : selector.keys()) {
            on(key, step);
        }
    }

    private void on(SelectionKey key, Step step) throws IOException {
        if (!key.isValid()) {
            return;
        }
        try {
            step.of(connection(key), key);
        } catch (IOException e) {
            key.channel().close();
            losses.lost(e);
        }
    }

    private static Connection connection(SelectionKey key) {
        return (Connection) key.attachment();
    }

    /** Told of each connection that broke. */
    @FunctionalInterface
    interface LossListener {
        /** May go on without it, or throw. */
        void lost(IOException cause) throws IOException;
    }

    @FunctionalInterface
    private interface Step {
        void of(Connection connection, SelectionKey key) throws IOException;
    }
}
