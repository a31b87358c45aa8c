package org.gotalk.internal.engine.outbound;

import org.gotalk.EncodedNotification;
import org.gotalk.Names;
import org.gotalk.PayloadCodec;
import org.gotalk.Values;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;

/** An encoded notification, shared by the connections that send it. */
public record EncodedNotificationMessage(String name, EncodedMessage message) implements EncodedNotification {

    /**
     * Encodes a notification.
     *
     * @throws IllegalArgumentException if the name is not allowed or the value cannot be encoded
     */
    public static EncodedNotificationMessage of(PayloadCodec codec, String name, Object value) {
        Names.checked(name);
        Payload payload = Payload.of(Values.encoded(codec, value));
        return new EncodedNotificationMessage(name, EncodedMessage.of(new NotificationMessage(name, payload)));
    }

    /**
     * Casts an encoded notification.
     *
     * @throws IllegalArgumentException if it is another implementation
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
