package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** One request in parts, which does not end: each of its parts comes back as a part of the answer. */
public final class GotalkParts implements Dialect {

    private final String subprotocol;
    private final List<ByteBuffer> first;
    private final List<ByteBuffer> next;
    private final int size;
    private final GotalkFrames frames;
    private final SlotQueue sent = new SlotQueue();
    private boolean hasBegun;

    private GotalkParts(
            boolean isWebSocket, String subprotocol, List<ByteBuffer> first, List<ByteBuffer> next, int size) {
        this.subprotocol = subprotocol;
        this.first = first;
        this.next = next;
        this.size = size;
        this.frames = new GotalkFrames(isWebSocket);
    }

    /** Over TCP. */
    public static GotalkParts ofBytes(String operation, ByteBuffer part) {
        return new GotalkParts(
                false, "", List.of(first(operation, part), part), List.of(next(part), part), part.remaining());
    }

    /** Over {@code gotalk.v1}: each part is a WebSocket message. */
    public static GotalkParts unpacked(String operation, ByteBuffer part) {
        return new GotalkParts(
                true,
                "gotalk.v1",
                List.of(GotalkRequest.joined(first(operation, part), part)),
                List.of(GotalkRequest.joined(next(part), part)),
                part.remaining());
    }

    /** In the reference's framing: header and payload of each part are two WebSocket messages. */
    public static GotalkParts split(String operation, ByteBuffer part) {
        return new GotalkParts(
                true, "", List.of(first(operation, part), part), List.of(next(part), part), part.remaining());
    }

    @Override
    public String subprotocol() {
        return subprotocol;
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            sent.add(slots[i]);
            for (ByteBuffer message : hasBegun ? next : first) {
                out.binary(message.duplicate());
            }
            hasBegun = true;
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        frames.read(message, (bytes, at) -> {
            if (bytes.get(at) != 'S') {
                GotalkRequest.checkNoRefusal(bytes, at);
            } else if (GotalkFrames.resultSize(bytes, at) == size) {
                answered.accept(sent.take());
            } else {
                throw new IllegalStateException("a part of " + GotalkFrames.resultSize(bytes, at) + " bytes");
            }
        });
    }

    private static ByteBuffer first(String operation, ByteBuffer part) {
        return GotalkRequest.streamHeader(operation, part.remaining());
    }

    private static ByteBuffer next(ByteBuffer part) {
        return GotalkRequest.partHeader(part.remaining());
    }
}
