package org.gotalk.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Connections that are kept busy for a while, by the calling thread. */
public final class Load implements AutoCloseable {

    private static final Duration LONGEST_GREETING = Duration.ofSeconds(20);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final int LONGEST_SELECT_MILLIS = 100;

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final Tally tally = new Tally();

    /** Opens the connections, greets on each at once, since servers do not wait long for it, and waits until all are ready. */
    public Load(Target target, Work work) throws IOException {
        selector = Selector.open();
        IntFunction<Pace> paces = work.paces(tally);
        for (int i = 0; i < work.connections(); i++) {
            Connection connection = new Connection(target, work.room(i), paces.apply(i));
            connections.add(connection);
            connection.greet(connection.channel().register(selector, SelectionKey.OP_READ, connection));
        }
        awaitGreetings();
    }

    /** Keeps the connections as busy as they may be for so long, then waits a while for what is still to come. */
    public Tally run(Duration span) throws IOException {
        tally.reset();
        for (Connection connection : connections) {
            connection.begin(connection.channel().keyFor(selector));
        }
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            select(() -> System.nanoTime() < end);
        }
        long longest = end + LONGEST_REST.toNanos();
        while (System.nanoTime() < longest && connections.stream().anyMatch(one -> one.missing() > 0)) {
            select(() -> false);
        }
        tally.unanswered(connections.stream().mapToInt(Connection::missing).sum());
        return tally;
    }

    private void awaitGreetings() throws IOException {
        long longest = System.nanoTime() + LONGEST_GREETING.toNanos();
        while (!connections.stream().allMatch(Connection::isReady)) {
            if (System.nanoTime() > longest) {
                throw new IOException("the server did not answer the greeting");
            }
            select(() -> false);
        }
    }

    private void select(BooleanSupplier maySay) throws IOException {
        selector.select(LONGEST_SELECT_MILLIS);
        boolean may = maySay.getAsBoolean();
        for (SelectionKey key : selector.selectedKeys()) {
            ((Connection) key.attachment()).ready(key, may);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel().close();
        }
        selector.close();
    }
}
