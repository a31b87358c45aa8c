package org.gotalk.internal.wire.message;

import static org.gotalk.internal.wire.message.Field.ID;
import static org.gotalk.internal.wire.message.Field.LOAD;
import static org.gotalk.internal.wire.message.Field.NAME_LENGTH;
import static org.gotalk.internal.wire.message.Field.NUMBER;
import static org.gotalk.internal.wire.message.Field.SIZE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of messages: the first byte of each and the fields that follow. */
public enum MessageKind {
    SINGLE_REQUEST('r', ID, NAME_LENGTH, SIZE),
    STREAM_REQUEST('s', ID, NAME_LENGTH, SIZE),
    STREAM_REQUEST_PART('p', ID, SIZE),
    SINGLE_RESULT('R', ID, SIZE),
    STREAM_RESULT('S', ID, SIZE),
    ERROR_RESULT('E', ID, SIZE),
    RETRY_RESULT('e', ID, NUMBER, SIZE),
    NOTIFICATION('n', NAME_LENGTH, SIZE),
    HEARTBEAT('h', LOAD, NUMBER),
    PROTOCOL_ERROR('f', NUMBER);

    private static final @Nullable MessageKind[] BY_TYPE = new MessageKind[128];

    static {
        for (MessageKind kind : values()) {
            BY_TYPE[kind.type] = kind;
        }
    }

    private final char type;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Field> fields;

    MessageKind(char type, Field... fields) {
        this.type = type;
        this.fields = List.of(fields);
    }

    /** The first byte of messages of this kind. */
    public char type() {
        return type;
    }

    /** The fields after the type, in order. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether it belongs to a request. */
    public boolean hasId() {
        return fields.get(0) == ID;
    }

    /** The kind with this first byte, or null. */
    public static @Nullable MessageKind of(byte type) {
        return type < 0 ? null : BY_TYPE[type];
    }
}
