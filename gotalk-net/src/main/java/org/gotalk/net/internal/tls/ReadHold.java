package org.gotalk.net.internal.tls;

/** Why nothing is read from the transport below. */
enum ReadHold {
    /** The engine computes. */
    TASK,
    /** The handshake goes on with something that this side has to say. */
    RECORDS,
    /** Nobody is there yet to take what comes. */
    NO_LISTENER,
    /** The listener has paused reading. */
    LISTENER
}
