package org.gotalk.jakarta.internal.config;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config, which looks at system properties and environment variables itself. */
record MicroProfileConfig(Config config) implements Source {

    /** What the server offers to a web application, where it has MicroProfile Config at all. */
    static Optional<Source> of(ClassLoader application) {
        try {
            return Optional.of(new MicroProfileConfig(ConfigProvider.getConfig(application)));
        } catch (NoClassDefFoundError | IllegalStateException absent) {
            // No such API on this server, or the API without an implementation.
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> find(String key) {
        return config.getOptionalValue(key, String.class);
    }

    @Override
    public Stream<String> keys() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false);
    }

    @Override
    public String description() {
        return "MicroProfile Config";
    }
}
