package org.gotalk.net;

/**
 * Whether a {@link ReconnectingSock} asks its peer for a session, so that nothing that was sent is lost with a connection:
 * see {@link ReconnectOptions#sessions}.
 */
public enum SessionMode {

    /** Never. */
    NEVER,

    /** Over WebSockets with the subprotocol {@code gotalk.v1}, and in memory: such peers know the request or refuse it. */
    WHERE_KNOWN,

    /** Over everything. Other implementations of Gotalk see one request of an unknown operation on each connection. */
    ALWAYS
}
