package org.gotalk.spi;

import java.nio.ByteBuffer;

/** Receives the events of a {@link Transport}, on one thread at a time. */
public interface TransportListener {

    /**
     * Bytes arrived. All are consumed when this returns, unless reading was {@linkplain Transport#pauseReading()
     * paused} meanwhile: the transport keeps the rest and delivers it again after {@link Transport#resumeReading()},
     * with {@link Boundary#NONE}. If reading was resumed before this returns, the rest is delivered at once. Never
     * blocks.
     */
    void received(ByteBuffer bytes, Boundary boundary);

    /**
     * The peer has closed its direction of the connection but may still read. The listener closes the transport once
     * all is sent. Called at most once, after the last bytes, and only by transports whose directions close separately.
     */
    void receivedEnd();

    /**
     * The connection has closed; no event follows. Called exactly once.
     *
     * @param code a WebSocket close code; 1000 for a normal close of other transports, 1006 for a lost connection
     * @param detail details for logs; may be empty
     */
    void closed(int code, String detail);
}
