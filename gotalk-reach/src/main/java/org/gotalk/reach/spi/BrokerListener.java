package org.gotalk.reach.spi;

import org.gotalk.reach.Position;

/** What a node hears of its {@link Broker}. Calls for one channel come one after the other. None may block. */
public interface BrokerListener {

    /**
     * A message of a channel.
     *
     * @param message not changed by anybody
     */
    void took(String channel, Position position, byte[] message);

    /** A message for this node alone. */
    default void told(byte[] message) {}

    /** The engine cannot be reached; what is published waits. */
    default void interrupted() {}

    /** The engine is reached again, and all that was missed has been delivered. */
    default void restored() {}
}
