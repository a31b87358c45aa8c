package org.gotalk.jakarta.internal.websocket;

/**
 * The network connection below a session, which is cut if the session cannot be closed: Jakarta WebSocket cannot end a
 * connection whose peer does not read, and a container's own close waits for the peer. Has no effect in containers that
 * do not expose the connection (docs/adr/0008).
 */
interface NetworkConnection {

    /** A connection that the container does not expose. */
    NetworkConnection UNKNOWN = new NetworkConnection() {};

    /** A number that changes whenever the network takes bytes of what is being written. */
    default long sendProgress() {
        return 0;
    }

    /**
     * Bounds the bytes that the system buffers to be sent. A system may let a buffer grow to megabytes, and says that it
     * has room only when a third of it has: on a slow link nothing seems to be taken for longer than a write may take.
     */
    default void limitSendBuffer(int bytes) {}

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

    /** Whether the container reports its loss as 1011, which a server sends, and a client does not. */
    default boolean reportsLossAsUnexpected() {
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
