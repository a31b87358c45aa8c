package org.gotalk.bench.load;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Bytes as they are: TCP. */
record StreamLink(GrowingBuffer out) implements Link {

    @Override
    public void binary(ByteBuffer payload) {
        out.room(payload.remaining()).put(payload);
    }

    @Override
    public void text(ByteBuffer payload) {
        binary(payload);
    }

    @Override
    public void ping() {
        throw new UnsupportedOperationException("a stream of bytes has no pings");
    }

    @Override
    public void read(ByteBuffer in, Consumer<Incoming> receiver) {
        receiver.accept(new Incoming(false, in));
    }
}
