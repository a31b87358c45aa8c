package org.gotalk.reach;

import org.gotalk.spi.Application;

/** What peers have in common beyond their connections. Injected in CDI by its parts. Thread-safe. */
public interface Reach {

    /** The rooms. */
    Rooms rooms();

    /** The users who have signed in. */
    Users users();

    /**
     * The application with these rooms: its users are known to {@link #users()}, and its peers may ask for {@code
     * $gotalk/join}. A {@link ReachApplication} is started, before its handlers are asked for. Around the same application
     * again for each further endpoint; the rooms of another application are others.
     */
    Application around(Application application);
}
