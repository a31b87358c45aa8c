package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Gotalk as a stream of bytes: over TCP, or packed into WebSocket messages as {@code gotalk.v1} has it. */
public final class PackedGotalk implements Dialect {

    private final boolean isWebSocket;
    private final ByteBuffer header;
    private final ByteBuffer payload;
    private final GotalkResults results;
    private ByteBuffer batch = ByteBuffer.allocate(0);

    public PackedGotalk(boolean isWebSocket, String operation, ByteBuffer payload) {
        this.isWebSocket = isWebSocket;
        this.header = GotalkRequest.header(operation, payload.remaining());
        this.payload = payload;
        this.results = new GotalkResults(isWebSocket);
    }

    @Override
    public String subprotocol() {
        return isWebSocket ? "gotalk.v1" : "";
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        if (count == 0) {
            return;
        }
        int size = count * (header.remaining() + payload.remaining());
        batch = batch.capacity() < size ? ByteBuffer.allocate(2 * size) : batch.clear();
        for (int i = 0; i < count; i++) {
            GotalkRequest.putId(header, slots[i]);
            batch.put(header.duplicate()).put(payload.duplicate());
        }
        out.binary(batch.flip());
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        results.read(message, answered);
    }
}
