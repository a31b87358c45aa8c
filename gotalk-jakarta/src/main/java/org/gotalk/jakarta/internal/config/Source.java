package org.gotalk.jakarta.internal.config;

import java.util.Optional;
import java.util.stream.Stream;

/** A place where settings may be written. */
interface Source {

    /** What is written there for a key, as it is. */
    Optional<String> find(String key);

    /** All keys there, as far as they can be told; those of others are among them. */
    Stream<String> keys();

    /** Whether only this application reads it, so that every key of ours is meant for it. */
    default boolean isOfThisApplication() {
        return false;
    }

    /** How the place is called in messages. */
    String description();
}
