package org.gotalk.internal.wire;

/**
 * {@code n}: tells the peer something, without an answer.
 *
 * @param name what is told
 * @param payload the details
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
