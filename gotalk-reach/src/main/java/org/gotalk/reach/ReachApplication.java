package org.gotalk.reach;

import java.util.Optional;
import org.gotalk.Sock;
import org.gotalk.spi.Application;

/** An application that uses rooms, and is told of them before its first connection. */
public interface ReachApplication extends Application {

    /**
     * Called when the application starts, before its handlers are asked for; again, with the same rooms, for each further
     * endpoint.
     */
    void start(Reach reach);

    /** Who may join a room by a request of its own; by default nobody. Called once, when the application starts. */
    default RoomAuthorizer authorizer() {
        return RoomAuthorizer.NOBODY;
    }

    /** What is kept of each room; empty for what is kept by default. Called once, when the application starts. */
    default Optional<RoomHistory> history() {
        return Optional.empty();
    }

    /** A peer of this server has joined a room. On the thread that made it join, after it has. */
    default void joined(Sock peer, Member member) {}

    /**
     * A peer of this server has left a room. One whose connection closes leaves before {@link #closed(Sock,
     * org.gotalk.CloseReason)}, unless it may come back to its session: then when it has stayed away for too long. Always
     * after {@link #joined}.
     *
     * @param peer the connection, or the last one
     */
    default void left(Sock peer, Member member) {}

    /**
     * A peer has come back over another connection, see {@link Resumed}. What it missed has been queued. On a thread of the
     * executor of that connection, after {@link #opened}.
     */
    default void resumed(Resumed resumed) {}
}
