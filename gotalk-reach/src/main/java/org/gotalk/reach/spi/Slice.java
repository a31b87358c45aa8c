package org.gotalk.reach.spi;

import java.util.List;

/**
 * What is kept of a channel.
 *
 * @param state whether it is all that was asked for
 * @param messages oldest first
 */
public record Slice(State state, List<KeptMessage> messages) {

    public Slice {
        messages = List.copyOf(messages);
    }

    /** Whether a slice is whole. */
    public enum State {
        /** Nothing is missing. */
        OK,
        /** Messages before the first one here are not kept any more. */
        GAP,
        /** The position is of an epoch that is over; here are the messages of the current one. */
        OTHER_EPOCH
    }
}
