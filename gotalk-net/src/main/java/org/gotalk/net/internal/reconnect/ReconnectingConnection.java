package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.EngineSock;
import org.jspecify.annotations.Nullable;

/**
 * The way to a peer that lasts, over one connection after the other. What is sent while there is none waits for the next.
 * All methods may be called from any thread; stages complete on whatever thread brings them.
 */
public final class ReconnectingConnection {

    private final ReconnectLoop attempts;
    private final ReconnectingSender outgoing;
    private final ReconnectListener course;
    private volatile @Nullable EngineSock connection; // of use

    /**
     * A line that is not begun yet.
     *
     * @param maxMessages that may wait for a connection
     * @param maxBytes that those may have; a larger message waits alone
     * @param course told what becomes of it
     */
    public ReconnectingConnection(
            Connector connector,
            Backoff backoff,
            int maxMessages,
            long maxBytes,
            Scheduler scheduler,
            ReconnectListener course) {
        this.course = course;
        outgoing = new ReconnectingSender(new OfflineBuffer(maxMessages, maxBytes), scheduler, this::nothingWaits);
        attempts = new ReconnectLoop(connector, backoff, scheduler, new ToldFirst(), outgoing::somethingWaits);
    }

    /** Begins with the first attempt. */
    public void start() {
        attempts.start();
    }

    /** The connection that is there and of use. */
    public Optional<EngineSock> connection() {
        return Optional.ofNullable(connection);
    }

    /** Requests, and waits for the answer. Throws as {@link org.gotalk.Sock#request} does. */
    public byte[] call(String operation, byte[] payload, Duration timeout) {
        return new WaitingRequest(outgoing, operation, payload, timeout).call();
    }

    /** Requests without waiting. */
    public CompletableFuture<byte[]> request(String operation, byte[] payload, Duration timeout) {
        return new WaitingRequest(outgoing, operation, payload, timeout).send();
    }

    /** Sends a notification, waiting for room where necessary. Throws as {@link org.gotalk.Sock#notify} does. */
    public void notify(EncodedNotification notification, Duration patience) {
        new WaitingNotification(outgoing, notification).send(patience);
    }

    /** Sends a notification if there is room at once. */
    public boolean tryNotify(EncodedNotification notification) {
        return new WaitingNotification(outgoing, notification).trySend();
    }

    /** Ends for good: what waits fails, and the connection closes after what it has queued. */
    public void giveUp(CloseReason reason) {
        outgoing.giveUp(reason);
        attempts.giveUp(reason);
    }

    /** Ends for good, without losing work if that is done in this time. */
    public void drain(Duration within) {
        attempts.drain(within);
    }

    private void nothingWaits() {
        attempts.nothingWaits();
    }

    /** Sees to the line itself, then passes it on. */
    private final class ToldFirst implements ReconnectListener {

        @Override
        public void connecting() {
            course.connecting();
        }

        @Override
        public void opened(EngineSock opened) {
            connection = opened;
            course.opened(opened);
            outgoing.opened(opened);
        }

        @Override
        public void ended(EngineSock ended, CloseReason reason) {
            connection = null;
            outgoing.lost(ended);
            course.ended(ended, reason);
        }

        @Override
        public void waiting(Duration delay, Throwable cause) {
            course.waiting(delay, cause);
        }

        @Override
        public void givenUp(CloseReason reason) {
            outgoing.giveUp(reason);
            course.givenUp(reason);
        }

        @Override
        public void closed(CloseReason reason) {
            course.closed(reason);
        }
    }
}
