package org.gotalk.reach;

/** What peers have in common beyond their connections. Injected in CDI by its parts. Thread-safe. */
public interface Reach {

    /** The rooms. */
    Rooms rooms();

    /** The users who have signed in. */
    Users users();
}
