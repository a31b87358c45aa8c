package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** As {@link UnpackedGotalk}, of a client that sends a ping with each request, and never reads. */
public final class UnreadGotalk implements Dialect {

    private final UnpackedGotalk requests;

    public UnreadGotalk(String operation, ByteBuffer payload) {
        requests = new UnpackedGotalk(operation, payload);
    }

    @Override
    public String subprotocol() {
        return requests.subprotocol();
    }

    @Override
    public boolean reads() {
        return false;
    }

    @Override
    public void begin(Outgoing out) {
        requests.begin(out);
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            requests.requests(new int[] {slots[i]}, 1, out);
            out.ping();
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        throw new IllegalStateException("read all the same");
    }
}
