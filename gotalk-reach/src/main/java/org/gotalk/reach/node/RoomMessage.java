package org.gotalk.reach.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.gotalk.CloseReason;

/**
 * What a channel carries: a notification for all members but one, or the end of all connections of a user.
 */
final class RoomMessage {

    private static final int HEADER = 1 + Short.BYTES + Short.BYTES;

    enum Kind {
        NOTIFICATION('n'),
        CLOSE('c');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        private static Kind of(byte code) {
            return code == CLOSE.code ? CLOSE : NOTIFICATION;
        }
    }

    private final Kind kind;
    private final String except;
    private final String name;
    private final byte[] payload;

    private RoomMessage(Kind kind, String except, String name, byte[] payload) {
        this.kind = kind;
        this.except = except;
        this.name = name;
        this.payload = payload;
    }

    static RoomMessage notification(String except, String name, byte[] payload) {
        return new RoomMessage(Kind.NOTIFICATION, except, name, payload);
    }

    static RoomMessage close(CloseReason reason) {
        return new RoomMessage(
                Kind.CLOSE, "", reason.code().name(), reason.detail().getBytes(UTF_8));
    }

    Kind kind() {
        return kind;
    }

    /** The id of the member that does not get it; empty for none. */
    String except() {
        return except;
    }

    /** The name of the notification. */
    String name() {
        return name;
    }

    /** The payload of the notification; not to be changed. */
    byte[] payload() {
        return payload;
    }

    /** Why connections are to be closed, if this says so. */
    CloseReason reason() {
        return CloseReason.of(CloseReason.Code.valueOf(name), new String(payload, UTF_8));
    }

    byte[] encoded() {
        byte[] exceptBytes = except.getBytes(UTF_8);
        byte[] nameBytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(HEADER + exceptBytes.length + nameBytes.length + payload.length)
                .put(kind.code)
                .putShort((short) exceptBytes.length)
                .put(exceptBytes)
                .putShort((short) nameBytes.length)
                .put(nameBytes)
                .put(payload)
                .array();
    }

    static RoomMessage decode(byte[] encoded) {
        ByteBuffer from = ByteBuffer.wrap(encoded);
        Kind kind = Kind.of(from.get());
        String except = text(from);
        String name = text(from);
        byte[] payload = new byte[from.remaining()];
        from.get(payload);
        return new RoomMessage(kind, except, name, payload);
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getShort()];
        from.get(bytes);
        return new String(bytes, UTF_8);
    }
}
