package org.gotalk.internal.wire.message;

/**
 * {@code S}: a part of a result in parts.
 *
 * @param id the id of the request
 * @param payload the part; empty at the end of the stream
 */
public record StreamResultMessage(RequestId id, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.STREAM_RESULT;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.streamResult(this);
    }
}
