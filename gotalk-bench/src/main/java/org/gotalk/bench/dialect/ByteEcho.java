package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Bytes that come back: so many of them are an answer. */
public final class ByteEcho implements Dialect {

    private final ByteBuffer payload;
    private final SlotQueue sent = new SlotQueue();

    public ByteEcho(ByteBuffer payload) {
        this.payload = payload;
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            sent.add(slots[i]);
            out.binary(payload.duplicate());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        ByteBuffer bytes = message.bytes();
        while (bytes.remaining() >= payload.remaining()) {
            bytes.position(bytes.position() + payload.remaining());
            answered.accept(sent.take());
        }
    }
}
