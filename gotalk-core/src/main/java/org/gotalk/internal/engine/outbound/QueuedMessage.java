package org.gotalk.internal.engine.outbound;

import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.spi.Frame;

/** A message that waits to be sent, and who is told when it is. */
record QueuedMessage(EncodedMessage message, SendListener handover) {

    int size() {
        return message.size();
    }

    /** The message on its way. */
    Frame handOver() {
        handover.handedOver();
        return new Frame(message.header(), message.payload());
    }
}
