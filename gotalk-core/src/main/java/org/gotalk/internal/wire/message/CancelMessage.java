package org.gotalk.internal.wire.message;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The notification with which a requester gives up a request of its own: its payload is the id. An extension of version
 * 1, for peers that are known to take it.
 */
public final class CancelMessage {

    private static final String NAME = "$gotalk/cancel";

    private CancelMessage() {}

    /** The message that gives up a request. */
    public static NotificationMessage of(RequestId id) {
        byte[] bytes = ByteBuffer.allocate(RequestId.LENGTH).putInt(id.bits()).array();
        return new NotificationMessage(NAME, Payload.of(bytes));
    }

    /** Whether a notification is one. */
    public static boolean is(NotificationMessage message) {
        return message.name().equals(NAME);
    }

    /** The id in such a message; null if its payload is none. */
    public static @Nullable RequestId id(NotificationMessage message) {
        Payload payload = message.payload();
        return payload.size() == RequestId.LENGTH
                ? new RequestId(payload.buffer().getInt())
                : null;
    }
}
