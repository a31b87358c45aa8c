package org.gotalk.internal.wire.message;

/**
 * The notification that says where in a trace the next request or notification of the sender belongs: its payload is the
 * text of a W3C trace context. An extension of version 1, for peers that are known to take it.
 */
public final class TraceMessage {

    private static final String NAME = "$gotalk/trace";

    private TraceMessage() {}

    /** The message with this text. */
    public static NotificationMessage of(String text) {
        return new NotificationMessage(NAME, Payload.utf8(text));
    }

    /** Whether a notification is one. */
    public static boolean is(NotificationMessage message) {
        return message.name().equals(NAME);
    }
}
