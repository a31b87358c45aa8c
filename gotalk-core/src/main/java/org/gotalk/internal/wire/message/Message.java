package org.gotalk.internal.wire.message;

/** A message of protocol version 1, one record for each kind. */
public sealed interface Message
        permits SingleRequest,
                StreamRequestMessage,
                StreamRequestPart,
                SingleResult,
                StreamResultMessage,
                ErrorResult,
                RetryResult,
                NotificationMessage,
                HeartbeatMessage,
                ProtocolError {

    /** The kind of this message. */
    MessageKind kind();

    /** Calls the receiver's method for this kind. */
    void deliverTo(MessageReceiver receiver);
}
