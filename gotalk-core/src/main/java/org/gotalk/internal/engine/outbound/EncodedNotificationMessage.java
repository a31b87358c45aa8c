package org.gotalk.internal.engine.outbound;

import org.gotalk.EncodedNotification;
import org.gotalk.Names;
import org.gotalk.PayloadCodec;
import org.gotalk.Values;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.NotificationMessage;
import org.gotalk.internal.wire.Payload;

/** A notification as bytes, which the connections that it goes to share. */
public record EncodedNotificationMessage(String name, EncodedMessage message) implements EncodedNotification {

    /**
     * Encodes a notification.
     *
     * @throws IllegalArgumentException when that is no name, or the value cannot be encoded
     */
    public static EncodedNotificationMessage of(PayloadCodec codec, String name, Object value) {
        Names.checked(name);
        Payload payload = Payload.of(Values.encoded(codec, value));
        return new EncodedNotificationMessage(name, EncodedMessage.of(new NotificationMessage(name, payload)));
    }

    /**
     * The notification as it was encoded.
     *
     * @throws IllegalArgumentException when it was made by somebody else
     */
    public static EncodedNotificationMessage from(EncodedNotification notification) {
        if (notification instanceof EncodedNotificationMessage encoded) {
            return encoded;
        }
        throw new IllegalArgumentException(
                "notification \"" + notification.name() + "\" was not made by encode(…) of a Sock");
    }

    @Override
    public int size() {
        return message.size();
    }
}
