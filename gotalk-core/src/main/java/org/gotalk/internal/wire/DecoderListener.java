package org.gotalk.internal.wire;

/**
 * What a {@link Decoder} tells, in the order of the bytes. Called from within {@link Decoder#feed}, or {@link
 * Decoder#beginTextMessage} where a text message is larger than the limit.
 */
public interface DecoderListener extends MessageReceiver {

    /** The peer's version came and is ours. Always first, once. */
    void versionAccepted();

    /**
     * A request came whose payload is larger than the limit. The payload is skipped without being stored; the messages
     * after it are read as ever.
     *
     * @param id the request's
     * @param operation what it asked for
     * @param size the size of its payload, in bytes
     */
    void oversizedRequest(RequestId id, String operation, long size);

    /**
     * The bytes are not Gotalk. Nothing more is read.
     *
     * @param code the protocol error to answer with
     * @param detail what was wrong and where, for logs
     */
    void malformed(ErrorCode code, String detail);
}
