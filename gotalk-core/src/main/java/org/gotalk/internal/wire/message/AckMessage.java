package org.gotalk.internal.wire.message;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The notification that says how many notifications of the other side were handled in a session: its payload is the count,
 * an unsigned number of 32 bits in 8 hex digits, which begins again after the greatest. The first one on a connection says
 * also that the sender's own notifications count from here on. An extension of version 1, for peers that have said that
 * they take it.
 */
public final class AckMessage {

    private static final String NAME = "$gotalk/ack";
    private static final int DIGITS = 8;
    private static final Pattern COUNT = Pattern.compile("[0-9a-f]{8}");

    private AckMessage() {}

    /** The message with this count. */
    public static NotificationMessage of(int count) {
        String digits = Integer.toHexString(count);
        return new NotificationMessage(NAME, Payload.utf8("0".repeat(DIGITS - digits.length()) + digits));
    }

    /** Whether a notification is one. */
    public static boolean is(NotificationMessage message) {
        return message.name().equals(NAME);
    }

    /** The count in such a message; empty if its payload is none. */
    public static OptionalInt count(NotificationMessage message) {
        String digits = new String(message.payload().bytes(), StandardCharsets.US_ASCII);
        return COUNT.matcher(digits).matches()
                ? OptionalInt.of(Integer.parseUnsignedInt(digits, 16))
                : OptionalInt.empty();
    }
}
