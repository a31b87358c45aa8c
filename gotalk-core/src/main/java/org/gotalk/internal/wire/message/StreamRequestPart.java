package org.gotalk.internal.wire.message;

/**
 * {@code p}: a further part of a stream request.
 *
 * @param id the id of the request
 * @param payload the part; empty at the end of the stream
 */
public record StreamRequestPart(RequestId id, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.STREAM_REQUEST_PART;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.streamRequestPart(this);
    }
}
