package org.gotalk.reach;

/** A peer in a room. Thread-safe. */
public interface Membership {

    /** The member. */
    Member member();

    /** The room. */
    Room room();

    /** The last message of the room before it joined: it gets all that come later. */
    Position position();

    /**
     * What is kept of the messages up to {@link #position()}, oldest first, so that this and what it gets is the whole.
     *
     * @param limit maximum number: the last ones
     */
    History history(int limit);

    /** Takes the peer out of the room. A second call has no effect. */
    void leave();
}
