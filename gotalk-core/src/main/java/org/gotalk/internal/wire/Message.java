package org.gotalk.internal.wire;

/** A message of protocol version 1, one record for each kind. */
public sealed interface Message
        permits SingleRequest,
                StreamRequest,
                StreamRequestPart,
                SingleResult,
                StreamResult,
                ErrorResult,
                RetryResult,
                Notification,
                Heartbeat,
                ProtocolError {

    /** Which kind this is. */
    MessageKind kind();

    /** Calls the receiver's method for this kind. */
    void deliverTo(MessageReceiver receiver);
}
