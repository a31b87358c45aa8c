package org.gotalk.internal.wire.message;

/**
 * {@code E}: the request failed; repeating it does not help.
 *
 * @param id the id of the request
 * @param payload plain text for the requester
 */
public record ErrorResult(RequestId id, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.ERROR_RESULT;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.errorResult(this);
    }
}
