package org.gotalk.internal.wire;

/**
 * {@code E}: the request failed and is not to be repeated as it is.
 *
 * @param id the request's
 * @param payload plain text for the requestor
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
