package org.gotalk.bench.load;

import java.util.function.IntConsumer;

/** How requests are said, and answers understood, on one connection. For one thread. */
public interface Dialect {

    /** The WebSocket subprotocols that are offered; empty for none. */
    default String subprotocol() {
        return "";
    }

    /**
     * Says what comes before the first request.
     *
     * @param out of this connection, may be kept
     */
    default void begin(Outgoing out) {}

    /** Whether requests may follow: the other side has said what it has to before. */
    default boolean isReady() {
        return true;
    }

    /** Whether this side reads what the other one says. */
    default boolean reads() {
        return true;
    }

    /** Says what has waited until now, if anything. Called every few milliseconds. */
    default void due(Outgoing out) {}

    /**
     * Says some requests.
     *
     * @param slots a number for each, which is free until its answer has come; 0 for what is said in a room
     */
    void requests(int[] slots, int count, Outgoing out);

    /**
     * Takes what came: a WebSocket message, or whatever there is of a stream of bytes.
     *
     * @param answered told the slot of each answer; 0 for what was said in a room
     */
    void received(Incoming message, IntConsumer answered);
}
