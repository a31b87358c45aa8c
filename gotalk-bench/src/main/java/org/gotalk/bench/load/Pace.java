package org.gotalk.bench.load;

/** When a connection says what, and what is still to come. */
interface Pace {

    /** Says all that may be said now. */
    void say(Dialect dialect, Outgoing out, long now);

    /** Something came that was waited for: the answer to the request of a slot, or a message in a room. */
    void came(int slot, long now);

    /** What is still to come. */
    int missing();
}
