package org.gotalk.net;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;

/**
 * A {@link Sock} that stays: when its connection is lost or cannot be made, it connects again, until it is {@linkplain
 * #close() closed}. Made by {@link Gotalk#stayConnected(String)}.
 *
 * <p><b>While there is no connection</b>, requests and notifications wait for one, in their order, within the bounds of
 * {@link ReconnectOptions}. Past these they are not taken: requests fail with {@link org.gotalk.OutboxFullException},
 * {@code notify} waits for room, and {@code tryNotify} answers false. A request whose time is over before it was sent fails
 * with a {@link org.gotalk.RequestTimeoutException} that says so. Payloads that wait are not to be changed.
 *
 * <p><b>When a connection is lost</b>, requests that were handed to the network fail with {@link
 * org.gotalk.SockClosedException}, since they may have run. Those that were not wait for the next connection, in their
 * order; so do those that the peer has refused for the time being. Notifications that were given to the connection are not
 * sent again.
 *
 * <p><b>Streams</b> do not wait: without a connection, {@code streamRequest} and {@code requestParts} throw {@link
 * org.gotalk.SockClosedException}, and those under way end with their connection. {@link #connection()} waits for one.
 *
 * <p><b>What handlers see</b> as their peer, and what an {@link org.gotalk.spi.Application} is told of, is the connection of
 * that moment, a Sock of its own, which ends for good when it is lost.
 *
 * <p>{@code id}, {@code peer} and {@code heartbeat} are those of the connection that is there; without one, {@code id} is
 * that of this Sock itself, and there is no heartbeat. {@code serve} holds for all later connections, too. {@code drain}
 * waits also for what waits for a connection. {@code close} gives up: what waits fails, and the connection that is there
 * closes after what it has queued. {@code closed} completes once this was closed or drained.
 */
public interface ReconnectingSock extends Sock {

    /** How it stands now. */
    ConnectionState state();

    /**
     * The connection that there is, or the next one. Whatever is done with it holds for this one alone: closing it, say,
     * is followed by another.
     *
     * @return completes on the executor of handlers; fails with {@link org.gotalk.SockClosedException} once this is closed
     */
    CompletionStage<Sock> connection();
}
