package org.gotalk.internal.engine.outbound;

import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.spi.Frame;

/** A queued message and the listener of its send. */
record QueuedMessage(EncodedMessage message, SendListener listener) {

    int size() {
        return message.size();
    }

    /** The message as a frame; calls the listener. */
    Frame handOver() {
        listener.handedOver();
        return new Frame(message.header(), message.payload());
    }
}
