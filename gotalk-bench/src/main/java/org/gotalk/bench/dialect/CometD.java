package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Bayeux over a WebSocket: messages to a service, which answers them in order, or to a channel that all members of a room
 * have subscribed to. Each published message is also acknowledged, which is no answer yet.
 */
public final class CometD implements Dialect {

    private static final byte[] DATA = "\"data\":".getBytes(US_ASCII);
    private static final byte[] META = "\"/meta/".getBytes(US_ASCII);
    private static final byte[] FAILED = "\"successful\":false".getBytes(US_ASCII);

    private final String channel;
    private final boolean isRoom;
    private final String data;
    private final SlotQueue sent = new SlotQueue();
    private @Nullable BayeuxGreeting greeting;
    private ByteBuffer published = ByteBuffer.allocate(0);

    private CometD(String channel, boolean isRoom, ByteBuffer data) {
        this.channel = channel;
        this.isRoom = isRoom;
        this.data = US_ASCII.decode(data.duplicate()).toString();
    }

    /**
     * A service that answers.
     *
     * @param data JSON
     */
    public static CometD service(String name, ByteBuffer data) {
        return new CometD("/service/" + name, false, data);
    }

    /**
     * A channel that is subscribed to.
     *
     * @param data JSON
     */
    public static CometD room(int room, ByteBuffer data) {
        return new CometD("/rooms/" + room, true, data);
    }

    @Override
    public void begin(Outgoing out) {
        greeting = new BayeuxGreeting(isRoom ? channel : "", out);
    }

    @Override
    public boolean isReady() {
        return published.hasRemaining();
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            if (!isRoom) {
                sent.add(slots[i]);
            }
            out.text(published.duplicate());
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        ByteBuffer bytes = message.bytes();
        if (Text.contains(FAILED, bytes)) {
            throw new IllegalStateException("refused: " + US_ASCII.decode(bytes.duplicate()));
        }
        if (greeting != null && Text.contains(META, bytes)) {
            greeting.received(bytes);
            if (greeting.isOver()) {
                published = Payloads.ascii("[{\"id\":\"0\",\"channel\":\"" + channel + "\",\"clientId\":\""
                        + greeting.client() + "\",\"data\":" + data + "}]");
            }
        }
        for (int at = next(bytes, bytes.position()); at >= 0; at = next(bytes, at + DATA.length)) {
            answered.accept(isRoom ? 0 : sent.take());
        }
    }

    private static int next(ByteBuffer bytes, int from) {
        return Text.find(DATA, bytes, from);
    }
}
