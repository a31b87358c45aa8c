package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/**
 * Gotalk as the reference frames it on WebSockets: header and payload are two messages. With or without the handshake:
 * without it, any endpoint that answers two messages with two can be asked.
 */
public final class SplitGotalk implements Dialect {

    private final boolean hasVersion;
    private final ByteBuffer header;
    private final ByteBuffer payload;
    private int answering = -1;

    public SplitGotalk(boolean hasVersion, String operation, ByteBuffer payload) {
        this.hasVersion = hasVersion;
        this.header = GotalkRequest.header(operation, payload.remaining());
        this.payload = payload;
    }

    @Override
    public void begin(Outgoing out) {
        if (hasVersion) {
            out.binary(Payloads.ascii("01"));
        }
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            GotalkRequest.putId(header, slots[i]);
            out.binary(header.duplicate());
            out.binary(payload.duplicate());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        ByteBuffer bytes = message.bytes();
        if (answering >= 0) {
            answered.accept(answering);
            answering = -1;
        } else if (bytes.get(bytes.position()) == 'R') {
            answering = GotalkRequest.id(bytes, bytes.position());
        } else {
            GotalkRequest.checkNoRefusal(bytes, bytes.position());
        }
    }
}
