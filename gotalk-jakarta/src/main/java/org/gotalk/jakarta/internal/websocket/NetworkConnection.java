package org.gotalk.jakarta.internal.websocket;

/**
 * The network connection below a session, which is cut if the session cannot be closed: Jakarta WebSocket cannot end a
 * connection whose peer does not read, and a container's own close waits for the peer. Has no effect in containers that
 * do not expose the connection (docs/adr/0008).
 */
interface NetworkConnection {

    /** A connection that the container does not expose. */
    NetworkConnection UNKNOWN = new NetworkConnection() {};

    /** Whether the connection can be cut. */
    default boolean canBeCut() {
        return false;
    }

    /** Whether a write is in progress, possibly a pong of the container. A send would wait for it. */
    default boolean isWriting() {
        return false;
    }

    /** Whether a thread of the container answers a ping, and may be blocked by the peer. */
    default boolean holdsThread() {
        return false;
    }

    /** Makes all writes fail at once. Data that the peer has not read is lost. */
    default void stopWriting() {}

    /**
     * Makes the container detect the end of the connection and release it. Must not be called during a write: Open
     * Liberty would never wake a thread that waits for it.
     */
    default void stopReading() {}
}
