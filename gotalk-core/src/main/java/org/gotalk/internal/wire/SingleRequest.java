package org.gotalk.internal.wire;

/**
 * {@code r}: asks for an operation, with the whole payload at once.
 *
 * @param id chosen by the requestor, comes back with the result
 * @param operation the name of what is asked for
 * @param payload what is asked with
 */
public record SingleRequest(RequestId id, String operation, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.SINGLE_REQUEST;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.singleRequest(this);
    }
}
