package org.gotalk.net;

import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/** How it stands with a {@link ReconnectingSock}. */
public sealed interface ConnectionState {

    /** A connection is being made, or the set-up runs on it. */
    record Connecting() implements ConnectionState {}

    /**
     * There is a connection, and what is sent goes out on it.
     *
     * @param connection this one alone
     */
    record Open(Sock connection) implements ConnectionState {}

    /**
     * There is no connection, and a time to wait before the next attempt.
     *
     * @param delay how long that is, from the moment when it began
     * @param cause why: a {@link org.gotalk.ConnectFailedException} when none could be made, a {@link
     *     org.gotalk.SockClosedException} when it ended, or what the set-up threw
     */
    record Waiting(Duration delay, Throwable cause) implements ConnectionState {}

    /**
     * Given up; there will be none any more.
     *
     * @param reason why the last connection ended, or what was given for giving up
     */
    record Closed(CloseReason reason) implements ConnectionState {}
}
