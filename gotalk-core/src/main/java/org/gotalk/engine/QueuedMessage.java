package org.gotalk.engine;

import org.gotalk.transport.Frame;
import org.gotalk.wire.EncodedMessage;

/** A message that waits to be sent, and who is told when it is. */
record QueuedMessage(EncodedMessage message, Handover handover) {

    int size() {
        return message.size();
    }

    /** The message on its way. */
    Frame handOver() {
        handover.handedOver();
        return new Frame(message.header(), message.payload());
    }
}
