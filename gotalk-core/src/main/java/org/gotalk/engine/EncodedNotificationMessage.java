package org.gotalk.engine;

import org.gotalk.EncodedNotification;
import org.gotalk.wire.EncodedMessage;

/** A notification as bytes, which the connections that it goes to share. */
record EncodedNotificationMessage(String name, EncodedMessage message) implements EncodedNotification {

    @Override
    public int size() {
        return message.size();
    }
}
