package org.gotalk.spi;

import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;

/**
 * What stands behind connections: the handlers that serve them, and who is told of their beginning and end. This is the
 * seam between what carries connections (a Jakarta WebSocket endpoint, a TCP server) and what answers them (CDI beans,
 * plain handlers). Containers find it with {@link java.util.ServiceLoader}.
 *
 * <p>For each connection the calls come in this order, never two at once, on the connection's executor: {@link
 * #opened}, then notifications and heartbeats, then {@link #closed}. No request is handed to a handler before {@code opened} returned.
 */
public interface Application {

    /** The handlers for all connections. Asked once, when the application starts to serve. */
    Handlers handlers();

    /**
     * The handlers of a named set, for endpoints and peers that are offered something else. Asked once for each name,
     * when the application starts to serve.
     *
     * @throws IllegalStateException when there is no such set; the message names it
     */
    default Handlers handlers(String set) {
        throw new IllegalStateException("there is no handler set \"" + set + "\": "
                + getClass().getName() + " has one set alone, which has no name");
    }

    /**
     * The handshake with a new peer is done. The place to choose what this peer is offered, with {@link Sock#serve}:
     * whatever it has sent meanwhile waits until this returns.
     */
    default void opened(Sock sock) {}

    /** The peer gave a sign of life. Of those that came while this was busy, only the last is told. */
    default void heartbeat(Sock sock, Heartbeat heartbeat) {}

    /** A connection that was opened has ended. Requests may still be running. */
    default void closed(Sock sock, CloseReason reason) {}
}
