package org.gotalk.jakarta.internal.config;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config, which includes system properties and environment variables. */
record MicroProfileConfig(Config config) implements Source {

    /** The configuration of a web application; empty if the server has no MicroProfile Config. */
    static Optional<Source> of(ClassLoader application) {
        try {
            return Optional.of(new MicroProfileConfig(ConfigProvider.getConfig(application)));
        } catch (NoClassDefFoundError | IllegalStateException absent) {
            // The server has no such API, or no implementation of it.
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

    /** {@code GOTALK_MAX_PAYLOAD} is also listed as {@code gotalk.max.payload}. */
    @Override
    public boolean isVariable(String key) {
        return ProcessSettings.ofThisProcess().isVariable(key);
    }

    @Override
    public String description() {
        return "MicroProfile Config";
    }
}
