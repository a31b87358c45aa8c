package org.gotalk.spi;

import java.util.List;

/**
 * A connection that carries bytes, both ways and in order. None of its methods block, with one exception that {@link
 * #sendsMayWait} tells; all but {@link #start} may be called on any thread.
 */
public interface Transport {

    /** Begins to read. Called once, before anything else. */
    void start(TransportListener listener);

    /**
     * Sends frames. Called for one batch at a time: the next one comes after the completion of the one before.
     *
     * @param frames at least one; their buffers are not changed until the completion is called
     */
    void send(List<Frame> frames, SendCompletion completion);

    /**
     * Whether {@link #send} may hold its thread up for as long as a slow peer takes, and for a bounded time. It is then
     * called only on threads that may wait: workers, those that deliver what came or complete a send, and those of an
     * application that calls a method which waits.
     */
    default boolean sendsMayWait() {
        return false;
    }

    /**
     * Whether a thread is in this transport now, and may be waiting there for the peer to read. The engine asks every now and
     * then, and closes a connection that holds one for too long.
     */
    default boolean holdsThread() {
        return false;
    }

    /** Asks that no more bytes be handed on, so that the network slows the peer down. */
    void pauseReading();

    /** Asks that reading goes on. */
    void resumeReading();

    /**
     * Closes the connection, whatever is still being sent. {@link TransportListener#closed} follows. A second call
     * changes nothing.
     *
     * @param code a WebSocket close code; transports that have none ignore it
     * @param reason for logs of the peer; may be cut to what the transport can carry
     */
    void close(int code, String reason);

    /**
     * Whether the peer is known to take every kind of message. One that is not gets neither retry results nor stream
     * requests, on which the reference's browser library loses the connection.
     */
    boolean supportsFullProtocol();
}
