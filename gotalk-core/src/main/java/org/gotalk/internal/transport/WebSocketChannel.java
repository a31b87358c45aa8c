package org.gotalk.internal.transport;

import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;

/**
 * A WebSocket connection as a container or a client library offers it: the small part of it that Gotalk needs. None of
 * its methods block, but for {@link #send} where {@link #sendsMayWait} says so.
 */
public interface WebSocketChannel {

    /** Whoever hands on what comes may begin to do so. Called once, before anything else. */
    void start();

    /** Sends one message. Called for one at a time. */
    void send(WebSocketMessage message, SendCompletion completion);

    /** See {@link Transport#sendsMayWait()}. */
    default boolean sendsMayWait() {
        return false;
    }

    /** See {@link Transport#holdsThread()}. */
    default boolean holdsThread() {
        return false;
    }

    /** See {@link Transport#pauseReading()}. */
    void pauseReading();

    /** See {@link Transport#resumeReading()}. */
    void resumeReading();

    /** See {@link Transport#close(int, String)}. */
    void close(int code, String reason);
}
