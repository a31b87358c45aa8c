package org.gotalk.reach.node;

import org.gotalk.EncodedNotification;
import org.gotalk.reach.Position;

/**
 * A message of a room for one member.
 *
 * @param subject the room or user
 * @param position its place there
 */
record AwayMessage(String subject, Position position, EncodedNotification notification) {

    /** Bytes that one costs besides its own. */
    private static final int OVERHEAD = 64;

    int size() {
        return notification.size() + OVERHEAD;
    }
}
