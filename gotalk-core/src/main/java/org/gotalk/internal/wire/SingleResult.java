package org.gotalk.internal.wire;

/**
 * {@code R}: the whole result of a request.
 *
 * @param id the request's
 * @param payload the result
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
