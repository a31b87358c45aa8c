package org.gotalk.reach;

import org.gotalk.spi.Application;

/** An application that uses rooms, and is told of them before its first connection. */
public interface ReachApplication extends Application {

    /** Called once, when the application starts. */
    void start(Reach reach);

    /** Who may join a room by a request of its own; by default nobody. Called once, when the application starts. */
    default RoomAuthorizer authorizer() {
        return RoomAuthorizer.NOBODY;
    }

    /** A peer of this server has joined a room. On the thread that made it join, after it has. */
    default void joined(Member member) {}

    /** A peer of this server has left a room, or its connection has closed. Always after {@link #joined}. */
    default void left(Member member) {}

    /**
     * A peer has come back over another connection, see {@link Resumed}. What it missed has been queued. On a thread of the
     * executor of that connection, after {@link #opened}.
     */
    default void resumed(Resumed resumed) {}
}
