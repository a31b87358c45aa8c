package org.gotalk.net;

import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/** The state of a {@link ReconnectingSock}. */
public sealed interface ConnectionState {

    /** A connection is being made, or its set-up runs. */
    record Connecting() implements ConnectionState {}

    /**
     * There is a connection, on which messages are sent.
     *
     * @param connection the current connection
     */
    record Open(Sock connection) implements ConnectionState {}

    /**
     * There is no connection; the next attempt follows after a delay.
     *
     * @param delay the delay, from its beginning
     * @param cause why: a {@link org.gotalk.ConnectFailedException} if connecting failed, a {@link
     *     org.gotalk.SockClosedException} if the connection closed, or the exception of the set-up
     */
    record Waiting(Duration delay, Throwable cause) implements ConnectionState {}

    /**
     * Closed for good, by this side or because the peer gave a {@linkplain CloseReason#isFinal() final} reason, such as
     * {@link CloseReason.Code#SIGNED_OUT}.
     *
     * @param reason why the last connection closed, or the reason given to {@code close}
     */
    record Closed(CloseReason reason) implements ConnectionState {}
}
