package org.gotalk.internal.wire.message;

/**
 * {@code s}: a request in parts, with the first part.
 *
 * @param id chosen by the requester; returned with the result
 * @param operation the requested operation
 * @param payload the first part
 */
public record StreamRequestMessage(RequestId id, String operation, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.STREAM_REQUEST;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.streamRequest(this);
    }
}
