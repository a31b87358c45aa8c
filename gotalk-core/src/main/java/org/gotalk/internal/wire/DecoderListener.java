package org.gotalk.internal.wire;

import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.MessageKind;
import org.gotalk.internal.wire.message.MessageReceiver;
import org.gotalk.internal.wire.message.RequestId;

/**
 * Receives decoded messages in order. Called within {@link Decoder#feed}, or within {@link Decoder#beginTextMessage} if
 * a text message is larger than the limit.
 */
public interface DecoderListener extends MessageReceiver {

    /** The peer's version is supported. Always first, once. */
    void versionAccepted();

    /**
     * A request has a payload larger than the limit. The payload is skipped without being stored; decoding continues
     * after it.
     *
     * @param id the id of the request
     * @param operation the requested operation
     * @param size the size of the payload, in bytes
     */
    void oversizedRequest(RequestId id, String operation, long size);

    /**
     * Bytes were decoded up to within the payload of a message, whose rest has not arrived.
     *
     * @param id the id of the request that the message belongs to
     */
    default void payloadArrives(MessageKind kind, RequestId id) {}

    /**
     * The bytes are not valid Gotalk. Decoding stops.
     *
     * @param code the protocol error to send
     * @param detail what is wrong and where, for logs
     */
    void malformed(ErrorCode code, String detail);
}
