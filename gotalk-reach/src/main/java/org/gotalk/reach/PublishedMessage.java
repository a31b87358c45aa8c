package org.gotalk.reach;

import org.gotalk.PayloadCodec;
import org.gotalk.Values;

/** A message of a room that is kept. */
public final class PublishedMessage {

    private final Position position;
    private final String name;
    private final byte[] payload;
    private final PayloadCodec codec;

    /** For implementations. */
    public PublishedMessage(Position position, String name, byte[] payload, PayloadCodec codec) {
        this.position = position;
        this.name = name;
        this.payload = payload.clone();
        this.codec = codec;
    }

    /** Its place. */
    public Position position() {
        return position;
    }

    /** The name of the notification. */
    public String name() {
        return name;
    }

    /**
     * Its value.
     *
     * @throws org.gotalk.PayloadException if it is not a {@code type}
     */
    public <T> T value(Class<T> type) {
        return Values.required(codec, payload.clone(), type);
    }

    @Override
    public String toString() {
        return name + " at " + position.text();
    }
}
