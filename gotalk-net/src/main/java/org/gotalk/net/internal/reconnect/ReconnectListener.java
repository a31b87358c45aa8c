package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.internal.engine.EngineSock;

/** Told of each change of a reconnecting connection: in order, one call at a time, on any thread. Never blocks. */
public interface ReconnectListener {

    /** An attempt begins. */
    void connecting();

    /** There is a connection, and it is of use. */
    void opened(EngineSock connection);

    /** That connection has ended, without having been given up. */
    void ended();

    /** There is no connection, and the next attempt follows after this time. */
    void waiting(Duration delay, Throwable cause);

    /** No attempt follows; a connection that is there closes. */
    void givenUp(CloseReason reason);

    /** There is no connection any more, nor will there be. Nothing is told after this. */
    void closed(CloseReason reason);
}
