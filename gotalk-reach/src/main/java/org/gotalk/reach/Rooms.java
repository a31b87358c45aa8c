package org.gotalk.reach;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of an application. A room is a name that peers join, to be notified together; it needs not be created, and is
 * gone with its last member and what is kept of its messages.
 *
 * <pre>{@code
 * @Inject Rooms rooms;
 *
 * @Operation("chat/join")
 * void join(Sock peer, String room) {
 *     rooms.join(peer, room);
 * }
 *
 * @Operation("chat/say")
 * void say(Sock peer, Say said) {
 *     rooms.of(said.room()).except(peer).notify("chat/said", said.text());
 * }
 * }</pre>
 *
 * <p>All members get the messages of a room in the same order. Nothing is promised between rooms.
 *
 * <p>Names have 1 to 200 bytes of UTF-8 by default; all characters are allowed. Methods throw {@link
 * IllegalArgumentException} for other names. Thread-safe.
 */
public interface Rooms {

    /** As {@link #join(Sock, String, Object)}, without information about the member. */
    default Membership join(Sock peer, String room) {
        return join(peer, room, null);
    }

    /**
     * Makes a peer a member. It gets all messages after {@link Membership#position()}, from when this returns, until it
     * leaves or its connection closes. A peer that is a member already stays the same member, with the new information.
     *
     * @param info what other members may know of it, encoded as a payload; null for nothing
     * @throws org.gotalk.SockClosedException if the connection is closed
     * @throws org.gotalk.OperationException if the peer is in too many rooms already, as an answer for it
     * @throws IllegalArgumentException if the information cannot be encoded or is too long
     */
    Membership join(Sock peer, String room, @Nullable Object info);

    /** As {@link #join(Sock, String, Object)}, without waiting. The stage completes on any thread, which must not block. */
    CompletionStage<Membership> joinAsync(Sock peer, String room, @Nullable Object info);

    /** A room, whether or not somebody is in it. */
    Room of(String room);
}
