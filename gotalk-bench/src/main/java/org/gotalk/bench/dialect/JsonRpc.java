package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** JSON-RPC 2.0, a text message each. */
public final class JsonRpc implements Dialect {

    private static final byte[] ID = "\"id\":".getBytes(US_ASCII);

    private final byte[] before;
    private final byte[] after;

    /**
     * Says requests.
     *
     * @param parameter as JSON
     */
    public JsonRpc(String method, ByteBuffer parameter) {
        before = "{\"jsonrpc\":\"2.0\",\"id\":".getBytes(US_ASCII);
        after = (",\"method\":\"" + method + "\",\"params\":" + US_ASCII.decode(parameter.duplicate()) + "}")
                .getBytes(US_ASCII);
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            byte[] id = Integer.toString(slots[i]).getBytes(US_ASCII);
            out.text(ByteBuffer.allocate(before.length + id.length + after.length)
                    .put(before)
                    .put(id)
                    .put(after)
                    .flip());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        answered.accept(id(message.bytes()));
    }

    private static int id(ByteBuffer bytes) {
        int at = Text.find(ID, bytes, bytes.position());
        if (at < 0) {
            throw new IllegalStateException("an answer without an id: " + US_ASCII.decode(bytes.duplicate()));
        }
        return number(bytes, at + ID.length);
    }

    /** A number, in quotes or not. */
    private static int number(ByteBuffer bytes, int at) {
        int value = 0;
        for (int i = bytes.get(at) == '"' ? at + 1 : at; i < bytes.limit() && Character.isDigit(bytes.get(i)); i++) {
            value = value * 10 + bytes.get(i) - '0';
        }
        return value;
    }
}
