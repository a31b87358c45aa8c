package org.gotalk.internal.wire.message;

/**
 * The notification with which a side ends a session: it does not come back to it, and does not expect the other side to.
 * An extension of version 1, for peers in a session.
 */
public final class ByeMessage {

    private static final String NAME = "$gotalk/bye";

    private ByeMessage() {}

    /** The message. */
    public static NotificationMessage of() {
        return new NotificationMessage(NAME, Payload.EMPTY);
    }

    /** Whether a notification is one. */
    public static boolean is(NotificationMessage message) {
        return message.name().equals(NAME);
    }
}
