package org.gotalk.internal.wire;

/**
 * {@code s}: asks for an operation, with the first part of a payload that comes in parts.
 *
 * @param id chosen by the requestor, comes back with the result
 * @param operation the name of what is asked for
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
