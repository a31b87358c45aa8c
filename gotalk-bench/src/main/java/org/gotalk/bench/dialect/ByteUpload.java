package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Bytes that are taken in: each byte that comes back says that all parts of another upload have come. */
public final class ByteUpload implements Dialect {

    private final ByteBuffer part;
    private final int parts;
    private final SlotQueue sent = new SlotQueue();

    public ByteUpload(ByteBuffer part, int parts) {
        this.part = part;
        this.parts = parts;
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            sent.add(slots[i]);
            for (int j = 0; j < parts; j++) {
                out.binary(part.duplicate());
            }
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        while (message.bytes().hasRemaining()) {
            message.bytes().get();
            answered.accept(sent.take());
        }
    }
}
