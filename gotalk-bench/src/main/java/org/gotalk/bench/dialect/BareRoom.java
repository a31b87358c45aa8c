package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Text messages join a room, and are answered with the same; binary ones are what is said and heard there. */
public final class BareRoom implements Dialect {

    private final ByteBuffer room;
    private final ByteBuffer payload;
    private boolean hasJoined;

    public BareRoom(int room, ByteBuffer payload) {
        this.room = Payloads.ascii(Integer.toString(room));
        this.payload = payload;
    }

    @Override
    public void begin(Outgoing out) {
        out.text(room.duplicate());
    }

    @Override
    public boolean isReady() {
        return hasJoined;
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            out.binary(payload.duplicate());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer heard) {
        if (message.isText()) {
            hasJoined = true;
            return;
        }
        if (message.bytes().remaining() != payload.remaining()) {
            throw new IllegalStateException("a message of " + message.bytes().remaining() + " bytes");
        }
        heard.accept(0);
    }
}
