package org.gotalk.reach;

import java.util.List;

/**
 * What is kept of the messages of a room.
 *
 * @param messages oldest first
 * @param isComplete whether none is missing between the place that was asked for and the first one here
 */
public record History(List<PublishedMessage> messages, boolean isComplete) {

    public History {
        messages = List.copyOf(messages);
    }
}
