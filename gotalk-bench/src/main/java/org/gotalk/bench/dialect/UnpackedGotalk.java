package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/**
 * Gotalk over {@code gotalk.v1}, by a client that does not pack: each request is a WebSocket message of its own. The server
 * may pack its answers all the same.
 */
public final class UnpackedGotalk implements Dialect {

    private final GotalkResults results = new GotalkResults(true);
    private final ByteBuffer request;

    public UnpackedGotalk(String operation, ByteBuffer payload) {
        request = GotalkRequest.request(operation, payload);
    }

    @Override
    public String subprotocol() {
        return "gotalk.v1";
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            GotalkRequest.putId(request, slots[i]);
            out.binary(request.duplicate());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        results.read(message, answered);
    }
}
