package org.gotalk.jakarta.internal.config;

import java.util.Optional;
import java.util.stream.Stream;

/** A source of settings. */
interface Source {

    /** The value of a key, unchanged. */
    Optional<String> find(String key);

    /** All keys of the source, as far as they are known, including keys that are not Gotalk's. */
    Stream<String> keys();

    /** Whether a key may be the source's name for an environment variable, which does not say what it was set for. */
    default boolean isVariable(String key) {
        return false;
    }

    /** Whether only this application reads the source, so that every Gotalk key in it is meant for it. */
    default boolean isOfThisApplication() {
        return false;
    }

    /** The name of the source in messages. */
    String description();
}
