package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** One request in parts, which does not end: each of its parts comes back as a part of the answer. */
public final class GotalkParts implements Dialect {

    private final ByteBuffer first;
    private final ByteBuffer next;
    private final ByteBuffer part;
    private final GotalkFrames frames = new GotalkFrames(false);
    private final SlotQueue sent = new SlotQueue();
    private boolean hasBegun;

    public GotalkParts(String operation, ByteBuffer part) {
        this.first = GotalkRequest.streamHeader(operation, part.remaining());
        this.next = GotalkRequest.partHeader(part.remaining());
        this.part = part;
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            sent.add(slots[i]);
            out.binary((hasBegun ? next : first).duplicate());
            out.binary(part.duplicate());
            hasBegun = true;
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        frames.read(message, (bytes, at) -> {
            if (bytes.get(at) != 'S') {
                GotalkRequest.checkNoRefusal(bytes, at);
            } else if (GotalkFrames.resultSize(bytes, at) == part.remaining()) {
                answered.accept(sent.take());
            } else {
                throw new IllegalStateException("a part of " + GotalkFrames.resultSize(bytes, at) + " bytes");
            }
        });
    }
}
