package org.gotalk.reach.spi;

import org.gotalk.reach.Position;

/** A message that is kept. */
public final class KeptMessage {

    private final Position position;
    private final byte[] bytes;

    /** Shares the array, which nobody changes. */
    public KeptMessage(Position position, byte[] bytes) {
        this.position = position;
        this.bytes = bytes;
    }

    /** Its place in the channel. */
    public Position position() {
        return position;
    }

    /** What was published; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
