package org.gotalk.jakarta.internal.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server's process was started with: system properties, then environment variables.
 *
 * @param properties the value of a system property; null where there is none
 * @param environment the value of an environment variable; null where there is none
 */
record ProcessSettings(Lookup properties, Lookup environment) implements Source {

    static ProcessSettings ofThisProcess() {
        return new ProcessSettings(System::getProperty, System::getenv);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(properties.find(key)).or(() -> Optional.ofNullable(environment.find(variable(key))));
    }

    /** None: names of environment variables do not tell which keys they stand for. */
    @Override
    public Stream<String> keys() {
        return Stream.empty();
    }

    @Override
    public String description() {
        return "system property or environment variable";
    }

    /** As MicroProfile Config maps names: {@code gotalk.max-payload} is {@code GOTALK_MAX_PAYLOAD}. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Finds the value of a name. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        String find(String name);
    }
}
