package org.gotalk.internal.wire.message;

/**
 * {@code R}: a result with a single payload.
 *
 * @param id the id of the request
 * @param payload the payload
 */
public record SingleResult(RequestId id, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.SINGLE_RESULT;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.singleResult(this);
    }
}
