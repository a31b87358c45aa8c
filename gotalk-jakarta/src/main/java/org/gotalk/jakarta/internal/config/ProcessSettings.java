package org.gotalk.jakarta.internal.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the server's process: system properties, then environment variables.
 *
 * @param properties the system properties
 * @param environment looks up environment variables
 */
record ProcessSettings(Properties properties, Lookup environment) implements Source {

    static ProcessSettings ofThisProcess() {
        return new ProcessSettings(System.getProperties(), System::getenv);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .or(() -> Optional.ofNullable(environment.find(variable(key))));
    }

    /** Those of system properties: keys cannot be derived from names of environment variables. */
    @Override
    public Stream<String> keys() {
        return properties.stringPropertyNames().stream();
    }

    @Override
    public boolean isVariable(String key) {
        return environment.find(variable(key)) != null;
    }

    @Override
    public String description() {
        return "system property or environment variable";
    }

    /** Maps names as MicroProfile Config does: {@code gotalk.max-payload} is {@code GOTALK_MAX_PAYLOAD}. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Finds the value of a name; null if there is none. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        String find(String name);
    }
}
