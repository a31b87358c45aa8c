package org.gotalk.internal.wire.message;

/**
 * {@code n}: a notification.
 *
 * @param name the name of the notification
 * @param payload the payload
 */
public record NotificationMessage(String name, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.NOTIFICATION;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.notification(this);
    }
}
