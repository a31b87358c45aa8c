package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/**
 * RSocket's request-response over TCP, protocol 1.0. A frame: its length in 3 bytes, the stream's id in 4, type and flags
 * in 2, then what the type has. A request's stream has an odd id that was not used before.
 */
public final class RSocket implements Dialect {

    private static final int LENGTH = 3;
    private static final int HEADER = 6;
    private static final int TYPE_SHIFT = 10;
    private static final int SETUP = 0x01;
    private static final int REQUEST_RESPONSE = 0x04;
    private static final int PAYLOAD = 0x0a;
    private static final int KEEP_ALIVE = 0x03;
    private static final int MINUTES = 60_000;
    private static final byte[] MIME = "application/octet-stream".getBytes(US_ASCII);

    private final ByteBuffer payload;
    private final SlotStreams streams = new SlotStreams();
    private ByteBuffer batch = ByteBuffer.allocate(0);

    public RSocket(ByteBuffer payload) {
        this.payload = payload;
    }

    @Override
    public void begin(Outgoing out) {
        ByteBuffer setup = ByteBuffer.allocate(128);
        header(setup, HEADER + 12 + 2 * (1 + MIME.length), 0, SETUP);
        setup.putShort((short) 1).putShort((short) 0).putInt(MINUTES).putInt(10 * MINUTES);
        setup.put((byte) MIME.length).put(MIME).put((byte) MIME.length).put(MIME);
        out.binary(setup.flip());
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        int length = HEADER + payload.remaining();
        int size = count * (LENGTH + length);
        batch = batch.capacity() < size ? ByteBuffer.allocate(2 * size) : batch.clear();
        for (int i = 0; i < count; i++) {
            header(batch, length, streams.begin(slots[i]), REQUEST_RESPONSE);
            batch.put(payload.duplicate());
        }
        out.binary(batch.flip());
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        ByteBuffer bytes = message.bytes();
        while (bytes.remaining() >= LENGTH + HEADER) {
            int at = bytes.position();
            int length = (bytes.get(at) & 0xff) << 16 | (bytes.getShort(at + 1) & 0xffff);
            if (bytes.remaining() < LENGTH + length) {
                return;
            }
            int type = (bytes.getShort(at + LENGTH + 4) & 0xffff) >> TYPE_SHIFT;
            if (type == PAYLOAD) {
                answered.accept(streams.end(bytes.getInt(at + LENGTH)));
            } else if (type != KEEP_ALIVE) {
                throw new IllegalStateException("not an answer: a frame of type " + type);
            }
            bytes.position(at + LENGTH + length);
        }
    }

    private static void header(ByteBuffer to, int length, int stream, int type) {
        to.put((byte) (length >> 16)).putShort((short) length).putInt(stream).putShort((short) (type << TYPE_SHIFT));
    }
}
