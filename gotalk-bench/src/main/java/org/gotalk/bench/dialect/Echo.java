package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** One message each, answered with the same, in order. The least that a WebSocket server can do. */
public final class Echo implements Dialect {

    private final ByteBuffer payload;
    private final SlotQueue sent = new SlotQueue();

    public Echo(ByteBuffer payload) {
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
        if (message.bytes().remaining() != payload.remaining()) {
            throw new IllegalStateException("an echo of " + message.bytes().remaining() + " bytes");
        }
        answered.accept(sent.take());
    }
}
