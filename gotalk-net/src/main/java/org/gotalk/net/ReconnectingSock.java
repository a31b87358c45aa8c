package org.gotalk.net;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;

/**
 * A {@link Sock} that reconnects when its connection is lost or cannot be made, until it is {@linkplain #close()
 * closed} or the peer ends the connection with a {@linkplain org.gotalk.CloseReason#isFinal() final} reason, such as
 * {@code SIGNED_OUT} or {@code KICKED}. Made by {@link Gotalk#stayConnected(String)}.
 *
 * <p><b>Without a connection</b>, requests and notifications are queued in order, within the bounds of {@link
 * ReconnectOptions}. Beyond these, requests fail with {@link org.gotalk.OutboxFullException}, {@code notify} waits for
 * room and {@code tryNotify} returns false. A request whose timeout ends before it was sent fails with a {@link
 * org.gotalk.RequestTimeoutException} that says so. Payloads in the queue must not be changed.
 *
 * <p><b>When a connection is lost</b>, requests that were handed to the network fail with {@link
 * org.gotalk.SockClosedException}, since they may have run. Other requests, including those that the peer has refused,
 * wait for the next connection in their order. Notifications that were queued on the connection are not sent again.
 *
 * <p><b>Streams</b> are never queued: without a connection, {@code streamRequest} and {@code requestParts} throw {@link
 * org.gotalk.SockClosedException}, and open streams end with their connection. {@link #connection()} waits for a
 * connection.
 *
 * <p><b>Handlers</b> and the {@link org.gotalk.spi.Application} get the current connection as their peer, a Sock of its
 * own that closes for good when it is lost.
 *
 * <p>{@code id}, {@code peer} and {@code heartbeat} are those of the current connection; without one, {@code id} is
 * that of this Sock, and there is no heartbeat. {@code serve} also applies to later connections. {@code drain} also
 * waits for queued messages. {@code close} stops reconnecting: queued messages fail, and the current connection closes
 * after what it has queued. {@code closed} completes once this was closed or drained, or ended for good by the peer.
 * {@code expiresAt} and {@code renew} are for the current connection; without one, they throw {@link
 * org.gotalk.SockClosedException}.
 */
public interface ReconnectingSock extends Sock {

    /** The current state. */
    ConnectionState state();

    /**
     * The current or next connection. Calls on it affect only this connection: if it is closed, for example, this
     * reconnects.
     *
     * @return completes on the handlers' executor; fails with {@link org.gotalk.SockClosedException} once this is
     *     closed
     */
    CompletionStage<Sock> connection();
}
