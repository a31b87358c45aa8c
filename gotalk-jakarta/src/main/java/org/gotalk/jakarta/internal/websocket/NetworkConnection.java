package org.gotalk.jakarta.internal.websocket;

/**
 * The network connection below a session, to be cut where the session cannot be closed: Jakarta WebSocket has no way to end
 * a connection whose peer does not read, and a container's own close waits for the peer. Nothing of this works on containers
 * that do not show it (docs/adr/0008).
 */
interface NetworkConnection {

    /** Of which nothing is known. */
    NetworkConnection UNKNOWN = new NetworkConnection() {};

    /** Whether it can be cut at all. */
    default boolean canBeCut() {
        return false;
    }

    /** Whether something is being written, be it a pong of the container's. A send would wait for the end of it. */
    default boolean isWriting() {
        return false;
    }

    /** Whether a thread of the container answers a ping, and may be waiting for the peer. */
    default boolean holdsThread() {
        return false;
    }

    /** Whatever writes, or waits to write, fails at once. What the peer has not taken is lost. */
    default void stopWriting() {}

    /**
     * The container finds that the connection has ended, and lets go of it. Not to be called while something may write: Open
     * Liberty would forget a thread that waits for it.
     */
    default void stopReading() {}
}
