package org.gotalk.reach;

import org.gotalk.Sock;

/**
 * Decides whether a peer may join a room by itself: with the request {@code $gotalk/join}, which {@code sock.join(…)} of
 * gotalk.js sends. What the application does with {@link Rooms#join} is not asked.
 */
@FunctionalInterface
public interface RoomAuthorizer {

    /** Peers join no rooms by themselves. */
    RoomAuthorizer NOBODY = (peer, room) -> false;

    /** Whether the peer may join. Called for each attempt, on a thread that may wait; an exception is a refusal. */
    boolean mayJoin(Sock peer, String room);
}
