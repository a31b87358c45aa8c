package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Sock;

/**
 * A connection for those who stand in front of it and keep for another one what this one does not take. Internal to
 * Gotalk. Its stages complete on whatever thread brings them, which must not be held up.
 */
public interface EngineSock extends Sock {

    /**
     * Requests without waiting. A request that cannot be queued has failed when this returns; one that was queued and had
     * not reached the network when the connection ended fails before {@link #ended()} completes.
     *
     * @param payload as it goes out
     * @param timeout zero for none
     */
    CompletableFuture<byte[]> requestNow(String operation, byte[] payload, Duration timeout);

    /** As {@link #notify(String, Object)}, for one that is encoded. */
    void notify(EncodedNotification notification);

    /**
     * Completes when the connection has ended. Unlike {@link #closed()}, it does not wait until the application has
     * handled what came before the end: a handler may itself be waiting for the next connection.
     */
    CompletionStage<CloseReason> ended();
}
