package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** One message each, answered with the same, in order. The least that a WebSocket server can do. */
public final class Echo implements Dialect {

    private final boolean isText;
    private final ByteBuffer payload;
    private final SlotQueue sent = new SlotQueue();

    private Echo(boolean isText, ByteBuffer payload) {
        this.isText = isText;
        this.payload = payload;
    }

    /** Of bytes. */
    public static Echo binary(ByteBuffer payload) {
        return new Echo(false, payload);
    }

    /** Of a text, JSON say. */
    public static Echo text(ByteBuffer payload) {
        return new Echo(true, payload);
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            sent.add(slots[i]);
            if (isText) {
                out.text(payload.duplicate());
            } else {
                out.binary(payload.duplicate());
            }
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
