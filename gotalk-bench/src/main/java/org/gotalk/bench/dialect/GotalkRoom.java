package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/** Joining a room is a request; what is said there, and heard, are notifications. */
public final class GotalkRoom implements Dialect {

    private final ByteBuffer join;
    private final ByteBuffer message;
    private final GotalkFrames frames = new GotalkFrames(true);
    private boolean hasJoined;

    /** A member of a room, who talks by this notification. */
    public GotalkRoom(int room, String notification, ByteBuffer payload) {
        ByteBuffer name = Payloads.ascii("\"" + room + "\"");
        join = GotalkRequest.request("join", name);
        message = GotalkRequest.notification(notification, payload);
    }

    @Override
    public String subprotocol() {
        return "gotalk.v1";
    }

    @Override
    public void begin(Outgoing out) {
        out.binary(Payloads.ascii("01"));
        out.binary(join);
    }

    @Override
    public boolean isReady() {
        return hasJoined;
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        for (int i = 0; i < count; i++) {
            out.binary(message.duplicate());
        }
    }

    @Override
    public void received(Incoming incoming, IntConsumer heard) {
        frames.read(incoming, (bytes, at) -> {
            switch (bytes.get(at)) {
                case 'n' -> heard.accept(0);
                case 'R' -> hasJoined = true;
                default -> GotalkRequest.checkNoRefusal(bytes, at);
            }
        });
    }
}
