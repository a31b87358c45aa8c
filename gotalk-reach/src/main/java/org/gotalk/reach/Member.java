package org.gotalk.reach;

import java.util.Optional;

/** A peer in a room, on whichever server. Equal by its id and room. */
public interface Member {

    /** An id of its connection, unique among all servers. */
    String id();

    /** The room. */
    String room();

    /** The user when it joined; empty for nobody. */
    Optional<String> user();

    /**
     * What was said of it when it joined.
     *
     * @throws org.gotalk.PayloadException if that is nothing, or not a {@code type}
     */
    <T> T info(Class<T> type);

    /** Whether something was said of it when it joined. */
    boolean hasInfo();
}
