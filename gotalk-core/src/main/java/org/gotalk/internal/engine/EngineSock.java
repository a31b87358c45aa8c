package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Sock;
import org.gotalk.internal.engine.resume.Resumption;

/**
 * A connection for code in front of it that queues messages for the next connection. Internal to Gotalk. Its stages
 * complete on arbitrary threads, which must not block.
 */
public interface EngineSock extends Sock {

    /**
     * Sends a request without waiting. A request that cannot be queued has failed when this returns; one that was
     * queued but not sent when the connection ended fails before {@link #ended()} completes.
     *
     * @param payload the encoded payload
     * @param timeout the timeout; zero means no limit
     */
    CompletableFuture<byte[]> requestNow(String operation, byte[] payload, Duration timeout);

    /**
     * Sends a request whose name is reserved, without waiting. Completes on the executor.
     *
     * @param timeout the timeout; zero means no limit
     */
    CompletableFuture<byte[]> reserved(String operation, byte[] payload, Duration timeout);

    /** Whether the peer takes what extends version 1 of the protocol. */
    boolean takesExtensions();

    /** What of this connection survives it, if both sides agree. */
    Resumption resumption();

    /** Whether the peer of a connection that has ended may be back soon: it was cut off, and neither side wanted that. */
    boolean mayComeBack();

    /** As {@link #notify(String, Object)}, for an encoded notification. */
    void notify(EncodedNotification notification);

    /** Completes when the application has been told of the connection; fails if that ends before. */
    CompletionStage<EngineSock> opened();

    /**
     * Completes when the connection has ended. Unlike {@link #closed()}, does not wait for handlers of earlier
     * messages: such a handler may itself wait for the next connection.
     */
    CompletionStage<CloseReason> ended();
}
