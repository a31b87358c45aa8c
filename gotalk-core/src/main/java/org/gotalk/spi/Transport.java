package org.gotalk.spi;

import java.util.List;

/**
 * A connection that carries bytes, both ways and in order. No method blocks, except {@link #send} if {@link
 * #sendsMayWait}. Thread-safe, except {@link #start}.
 */
public interface Transport {

    /** Starts reading. Called once, first. */
    void start(TransportListener listener);

    /**
     * Sends frames. Called for one batch at a time: the next follows the completion of the one before.
     *
     * @param frames at least one; their buffers do not change until the completion is called
     */
    void send(List<Frame> frames, SendCompletion completion);

    /**
     * Whether {@link #send} may block while the peer is slow, for a bounded time. It is then called only on threads
     * that may block: workers, threads that deliver received bytes or complete a send, and application threads in a
     * method that waits.
     */
    default boolean sendsMayWait() {
        return false;
    }

    /**
     * Whether a thread may be blocked in this transport until the peer reads. Polled by the engine, which closes a
     * connection that blocks a thread for too long.
     */
    default boolean holdsThread() {
        return false;
    }

    /**
     * A number that changes whenever the network takes bytes of a send that is under way. Polled by the engine, several
     * times a second, while one is: a transport may use that to try again. A connection on which it does not change for
     * the write timeout is closed, so a transport that always returns the same has that time for each send.
     */
    default long sendProgress() {
        return 0;
    }

    /** Requests that no more bytes are delivered, so that the network slows the peer. */
    void pauseReading();

    /** Requests that delivery resumes. */
    void resumeReading();

    /**
     * Closes the connection, even during a send. {@link TransportListener#closed} follows. A second call has no effect.
     *
     * @param code a WebSocket close code; ignored by transports without close codes
     * @param reason for logs of the peer; may be truncated
     */
    void close(int code, String reason);

    /**
     * Whether the peer is known to support all message kinds. Other peers get neither retry results nor stream
     * requests, since the browser library of the reference implementation drops the connection on them.
     */
    boolean supportsFullProtocol();

    /**
     * Whether the peer is known to support the extensions of this library: messages whose names begin with {@code
     * $gotalk/}, and codes and data in error results. False if the peer may be another implementation, which only gets
     * version 1 of the protocol.
     */
    default boolean supportsExtensions() {
        return false;
    }
}
