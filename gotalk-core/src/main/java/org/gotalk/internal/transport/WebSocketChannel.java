package org.gotalk.internal.transport;

import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;

/**
 * A WebSocket connection of a container or client library: the part that Gotalk needs. No method blocks, except {@link
 * #send} if {@link #sendsMayWait}.
 */
public interface WebSocketChannel {

    /** Allows the delivery of received messages. Called once, first. */
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

    /** See {@link Transport#sendProgress()}. Messages that were sent count by themselves. */
    default long sendProgress() {
        return 0;
    }

    /** See {@link Transport#pauseReading()}. */
    void pauseReading();

    /** See {@link Transport#resumeReading()}. */
    void resumeReading();

    /** See {@link Transport#close(int, String)}. */
    void close(int code, String reason);
}
