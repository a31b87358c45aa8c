package org.gotalk.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection with as many requests in flight as there are slots: each answer makes room for the next request. */
final class Connection {

    private static final int READ_BUFFER = 256 * 1024;

    private final SocketChannel channel;
    private final Dialect dialect;
    private final Link link;
    private final Tally tally;
    private final GrowingBuffer out = new GrowingBuffer();
    private final long[] sentAt;
    private final int[] free;
    private ByteBuffer in = ByteBuffer.allocateDirect(READ_BUFFER);
    private int freeSlots;
    private long now;

    Connection(Target target, int inFlight, Tally tally) throws IOException {
        this.dialect = target.dialect().get();
        this.tally = tally;
        this.channel = Opening.open(target, dialect.subprotocol());
        this.link = target.path().isEmpty() ? new StreamLink(out) : new WebSocketLink(out);
        this.sentAt = new long[inFlight];
        this.free = new int[inFlight];
        for (int slot = 0; slot < inFlight; slot++) {
            free[freeSlots++] = slot;
        }
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Asks as much as may be in flight. */
    void begin(SelectionKey key, boolean isFirst) throws IOException {
        if (isFirst) {
            dialect.begin(link);
        }
        ask(System.nanoTime());
        write(key);
    }

    /** Does what the network is ready for; asks anew for each answer. */
    void ready(SelectionKey key, boolean mayAsk) throws IOException {
        if (key.isReadable()) {
            int read = channel.read(in);
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            now = System.nanoTime();
            in.flip();
            link.read(in, message -> dialect.received(message, this::answered));
            in.compact();
            makeRoom();
            if (mayAsk) {
                ask(now);
            }
        }
        write(key);
    }

    int inFlight() {
        return free.length - freeSlots;
    }

    private void answered(int slot) {
        tally.answered(now - sentAt[slot]);
        free[freeSlots++] = slot;
    }

    private void ask(long at) {
        for (int i = 0; i < freeSlots; i++) {
            sentAt[free[i]] = at;
        }
        dialect.requests(free, freeSlots, link);
        freeSlots = 0;
    }

    private void makeRoom() {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocateDirect(2 * in.capacity()).put(in.flip());
        }
    }

    private void write(SelectionKey key) throws IOException {
        if (!out.isEmpty()) {
            channel.write(out.toWrite());
            out.written();
        }
        key.interestOps(out.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
}
