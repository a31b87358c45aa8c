package org.gotalk.jakarta.config;

import java.util.Optional;

/** A place where settings may be written. */
interface Source {

    /** What is written there for a key, as it is. */
    Optional<String> find(String key);

    /** How the place is called in messages. */
    String description();
}
