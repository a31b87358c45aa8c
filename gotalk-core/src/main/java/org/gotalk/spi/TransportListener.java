package org.gotalk.spi;

import java.nio.ByteBuffer;

/** Told what happens on a {@link Transport}. Its methods are called by one thread at a time. */
public interface TransportListener {

    /**
     * Bytes came. They are all consumed when this returns, unless reading was {@linkplain Transport#pauseReading()
     * paused} meanwhile: the transport keeps what is left and offers it again after {@link Transport#resumeReading()},
     * with {@link Boundary#NONE}. Reading may have been resumed before this returns; what is left is then offered at
     * once. Never blocks.
     */
    void received(ByteBuffer bytes, Boundary boundary);

    /**
     * The peer will send nothing more, but may still read: it has closed its direction of a connection whose directions
     * are closed one by one. Whoever is told closes the transport once it has nothing more to say. Called once at most,
     * behind the last bytes; other transports just end.
     */
    void receivedEnd();

    /**
     * The connection has ended, for whatever reason, and nothing more will come. Called exactly once.
     *
     * @param code a WebSocket close code; 1000 for the orderly end of other transports, 1006 for a broken connection
     * @param detail what is known, for logs; may be empty
     */
    void closed(int code, String detail);
}
