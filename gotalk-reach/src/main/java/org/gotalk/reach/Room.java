package org.gotalk.reach;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;

/**
 * A room: whom to notify, who is present, and what was said. Cheap to get; need not be kept. Thread-safe.
 *
 * <p>A message of a room is sent to each member as a notification of its own. A member whose outbound queue is full is
 * closed, since a message must not be missing without a trace; it delays nobody.
 */
public interface Room {

    /** The name. */
    String name();

    /** The same room without one peer, for the messages that are sent through the result. */
    Room except(Sock peer);

    /**
     * Notifies all members, and waits until the message has its place among those of the room, not until it has arrived.
     *
     * @return its place
     * @throws IllegalArgumentException if the name is not allowed or the value cannot be encoded
     * @throws org.gotalk.OutboxFullException if too much waits in front of it for too long
     */
    Position notify(String name, Object value);

    /**
     * As {@link #notify}, without waiting.
     *
     * @return completes with its place, on any thread, which must not block; fails with {@link
     *     org.gotalk.OutboxFullException} if too much waits in front of it
     */
    CompletionStage<Position> notifyAsync(String name, Object value);

    /** As {@link #notifyAsync}; returns false if too much waits in front of it, and then nobody is notified. */
    boolean tryNotify(String name, Object value);

    /**
     * Those present, first come first.
     *
     * @param limit maximum number
     */
    List<Member> members(int limit);

    /** The number of those present. */
    int count();

    /**
     * The messages that are kept after a place, oldest first.
     *
     * @param since the place
     * @param limit maximum number
     */
    History history(Position since, int limit);

    /**
     * The last messages that are kept, oldest first.
     *
     * @param limit maximum number
     */
    History history(int limit);
}
