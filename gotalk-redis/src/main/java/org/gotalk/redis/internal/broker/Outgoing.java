package org.gotalk.redis.internal.broker;

import java.util.concurrent.CompletableFuture;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;

/** A message that the engine has not acknowledged yet. */
final class Outgoing {

    private final String channel;
    private final String key;
    private final byte[] message;
    private final Keep keep;
    private final CompletableFuture<Position> position = new CompletableFuture<>();
    private long number;

    /** @param key by which the engine knows the channel */
    Outgoing(String channel, String key, byte[] message, Keep keep) {
        this.channel = channel;
        this.key = key;
        this.message = message;
        this.keep = keep;
    }

    String channel() {
        return channel;
    }

    String key() {
        return key;
    }

    byte[] message() {
        return message;
    }

    Keep keep() {
        return keep;
    }

    /** Completes when it is acknowledged. */
    CompletableFuture<Position> position() {
        return position;
    }

    /** Which one it is of this publisher. */
    long number() {
        return number;
    }

    void number(long newNumber) {
        number = newNumber;
    }

    /** What it weighs in the window. */
    int size() {
        return channel.length() + message.length;
    }
}
