package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Requests in parts, each answered with the number of bytes that came. */
public final class GotalkUpload implements Dialect {

    private static final int PAYLOAD_AT = 13;

    private final ByteBuffer first;
    private final ByteBuffer next;
    private final ByteBuffer end;
    private final ByteBuffer part;
    private final int parts;
    private final GotalkFrames frames = new GotalkFrames(false);

    public GotalkUpload(String operation, ByteBuffer part, int parts) {
        this.first = GotalkRequest.streamHeader(operation, part.remaining());
        this.next = GotalkRequest.partHeader(part.remaining());
        this.end = GotalkRequest.partHeader(0);
        this.part = part;
        this.parts = parts;
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            for (ByteBuffer header : new ByteBuffer[] {first, next, end}) {
                GotalkRequest.putId(header, slots[i]);
            }
            for (int j = 0; j < parts; j++) {
                out.binary((j == 0 ? first : next).duplicate());
                out.binary(part.duplicate());
            }
            out.binary(end.duplicate());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        frames.read(message, (bytes, at) -> {
            if (bytes.get(at) != 'R') {
                GotalkRequest.checkNoRefusal(bytes, at);
                return;
            }
            ByteBuffer size = bytes.slice(at + PAYLOAD_AT, GotalkFrames.resultSize(bytes, at));
            if (Long.parseLong(US_ASCII.decode(size).toString()) != (long) parts * part.remaining()) {
                throw new IllegalStateException("not all of an upload has come");
            }
            answered.accept(GotalkRequest.id(bytes, at));
        });
    }
}
