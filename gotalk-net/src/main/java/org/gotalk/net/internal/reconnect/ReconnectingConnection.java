package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.EngineSock;

/**
 * Requests and notifications to one peer over one connection after the other. What is sent while there is none waits for
 * the next.
 * All methods may be called from any thread; stages complete on whatever thread brings them.
 */
public final class ReconnectingConnection {

    private final ReconnectLoop loop;

    /**
     * One that is not begun yet.
     *
     * @param maxMessages that may wait for a connection
     * @param maxBytes that those may have; a larger message waits alone
     * @param listener told of each change of state
     */
    public ReconnectingConnection(
            Connector connector,
            Backoff backoff,
            int maxMessages,
            long maxBytes,
            Scheduler scheduler,
            ReconnectListener listener) {
        loop = new ReconnectLoop(connector, backoff, new OfflineBuffer(maxMessages, maxBytes), scheduler, listener);
    }

    /** Begins with the first attempt. */
    public void start() {
        loop.start();
    }

    /** The connection that is there and of use. */
    public Optional<EngineSock> connection() {
        return Optional.ofNullable(loop.connection());
    }

    /**
     * Requests, and waits for the answer. Throws as {@link org.gotalk.Sock#request} does.
     *
     * @param context of the caller, for a request that waits for a connection
     */
    public byte[] call(String operation, byte[] payload, Duration timeout, Executor context) {
        return new WaitingRequest(loop.sender(), operation, payload, timeout, context).call();
    }

    /** Requests without waiting. */
    public CompletableFuture<byte[]> request(String operation, byte[] payload, Duration timeout, Executor context) {
        return new WaitingRequest(loop.sender(), operation, payload, timeout, context).send();
    }

    /** Sends a notification, waiting for room where necessary. Throws as {@link org.gotalk.Sock#notify} does. */
    public void notify(EncodedNotification notification, Duration patience, Executor context) {
        new WaitingNotification(loop.sender(), notification, context).send(patience);
    }

    /** Sends a notification if there is room at once. */
    public boolean tryNotify(EncodedNotification notification, Executor context) {
        return new WaitingNotification(loop.sender(), notification, context).trySend();
    }

    /** Ends for good: what waits fails, and the connection closes after what it has queued. */
    public void giveUp(CloseReason reason) {
        loop.giveUp(reason);
    }

    /** Ends for good, without losing work if that is done in this time. */
    public void drain(Duration within) {
        loop.drain(within);
    }
}
