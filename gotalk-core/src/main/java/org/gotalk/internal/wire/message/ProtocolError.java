package org.gotalk.internal.wire.message;

/**
 * {@code f}: the sender closes the connection because of an error.
 *
 * @param code 0 to 4,294,967,295; see {@link ErrorCode} for those with a defined meaning
 */
public record ProtocolError(long code) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.PROTOCOL_ERROR;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.protocolError(this);
    }
}
