package org.gotalk.bench.load;

import java.util.function.IntConsumer;

/** How requests are said, and answers understood, on one connection. For one thread. */
public interface Dialect {

    /** The WebSocket subprotocols that are offered; empty for none. */
    default String subprotocol() {
        return "";
    }

    /** What is said before the first request. */
    default void begin(Outgoing out) {}

    /**
     * Says some requests.
     *
     * @param slots a number for each, which is free until its answer has come
     */
    void requests(int[] slots, int count, Outgoing out);

    /**
     * Takes what came: a WebSocket message, or whatever there is of a stream of bytes.
     *
     * @param answered told the slot of each answer
     */
    void received(Incoming message, IntConsumer answered);
}
