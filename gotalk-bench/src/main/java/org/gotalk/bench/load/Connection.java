package org.gotalk.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection: reads and writes what there is, says what its pace lets it say. */
final class Connection {

    private static final int SMALLEST_READ = 8 * 1024;
    private static final int LARGEST_READ = 256 * 1024;

    private final SocketChannel channel;
    private final Dialect dialect;
    private final Link link;
    private final Pace pace;
    private final GrowingBuffer out = new GrowingBuffer();
    private ByteBuffer in = ByteBuffer.allocateDirect(SMALLEST_READ);
    private long now;

    Connection(Target target, int room, Pace pace) throws IOException {
        this.dialect = target.dialect().apply(room);
        this.pace = pace;
        this.channel = Opening.open(target, dialect);
        this.link = target.path().isEmpty() ? new StreamLink(out) : new WebSocketLink(out);
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Says what comes before the first request. */
    void greet(SelectionKey key) throws IOException {
        dialect.begin(link);
        write(key);
    }

    /** Whether requests may follow. */
    boolean isReady() {
        return dialect.isReady();
    }

    /** Says as much as may be said. */
    void begin(SelectionKey key) throws IOException {
        pace.say(dialect, link, System.nanoTime());
        write(key);
    }

    /** Says what has waited until now. */
    void due(SelectionKey key) throws IOException {
        dialect.due(link);
        if (!out.isEmpty()) {
            write(key);
        }
    }

    /** Does what the network is ready for, and says what may be said then. */
    void ready(SelectionKey key, boolean maySay) throws IOException {
        if (key.isReadable()) {
            int read = channel.read(in);
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            now = System.nanoTime();
            boolean wasFull = !in.hasRemaining();
            in.flip();
            link.read(in, message -> dialect.received(message, this::came));
            in.compact();
            makeRoom(wasFull);
            if (maySay) {
                pace.say(dialect, link, now);
            }
        }
        write(key);
    }

    /** Answers, or messages of others, that are still to come. */
    int missing() {
        return dialect.reads() ? pace.missing() : 0;
    }

    private void came(int slot) {
        pace.came(slot, now);
    }

    /** Thousands of connections must be possible, and few that carry much. */
    private void makeRoom(boolean wasFull) {
        if (!in.hasRemaining() || (wasFull && in.capacity() < LARGEST_READ)) {
            in = ByteBuffer.allocateDirect(2 * in.capacity()).put(in.flip());
        }
    }

    private void write(SelectionKey key) throws IOException {
        if (!out.isEmpty()) {
            channel.write(out.toWrite());
            out.written();
        }
        key.interestOps((dialect.reads() ? SelectionKey.OP_READ : 0) | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE));
    }
}
