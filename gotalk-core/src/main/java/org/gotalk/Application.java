package org.gotalk;

/**
 * What stands behind connections: the handlers that serve them, and who is told of their beginning and end. This is the
 * seam between what carries connections (a Jakarta WebSocket endpoint, a TCP server) and what answers them (CDI beans,
 * plain handlers). Containers find it with {@link java.util.ServiceLoader}.
 *
 * <p>For each connection the calls come in this order, never two at once, on the connection's executor: {@link
 * #opened}, then notifications, then {@link #closed}. No request is handed to a handler before {@code opened} returned.
 */
public interface Application {

    /** The handlers for all connections. Asked once, when the application starts to serve. */
    Handlers handlers();

    /** The handshake with a new peer is done. */
    default void opened(Sock sock) {}

    /** A connection that was opened has ended. Requests may still be running. */
    default void closed(Sock sock, CloseReason reason) {}
}
