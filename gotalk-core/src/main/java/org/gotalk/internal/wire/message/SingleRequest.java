package org.gotalk.internal.wire.message;

/**
 * {@code r}: a request with a single payload.
 *
 * @param id chosen by the requester; returned with the result
 * @param operation the requested operation
 * @param payload the payload
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
