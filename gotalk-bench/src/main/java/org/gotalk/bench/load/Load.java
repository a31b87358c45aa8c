package org.gotalk.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections that are kept busy for a while, by the calling thread. */
public final class Load implements AutoCloseable {

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final Tally tally = new Tally();
    private boolean hasBegun;

    /** Opens the connections. */
    public Load(Target target, int connectionCount, int inFlight) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < connectionCount; i++) {
            connections.add(new Connection(target, inFlight, tally));
        }
    }

    /** Keeps all slots busy for so long, then waits a while for the last answers. */
    public Tally run(Duration span) throws IOException {
        tally.reset();
        begin();
        long end = System.nanoTime() + span.toNanos();
        long longest = end + LONGEST_REST.toNanos();
        boolean mayAsk = true;
        while (mayAsk || connections.stream().anyMatch(one -> one.inFlight() > 0)) {
            selector.select(100);
            long now = System.nanoTime();
            mayAsk = now < end;
            if (now > longest) {
                break;
            }
            for (SelectionKey key : selector.selectedKeys()) {
                ((Connection) key.attachment()).ready(key, mayAsk);
            }
            selector.selectedKeys().clear();
        }
        tally.unanswered(connections.stream().mapToInt(Connection::inFlight).sum());
        return tally;
    }

    private void begin() throws IOException {
        for (Connection connection : connections) {
            SelectionKey key = hasBegun
                    ? connection.channel().keyFor(selector)
                    : connection.channel().register(selector, SelectionKey.OP_READ, connection);
            connection.begin(key, !hasBegun);
        }
        hasBegun = true;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel().close();
        }
        selector.close();
    }
}
