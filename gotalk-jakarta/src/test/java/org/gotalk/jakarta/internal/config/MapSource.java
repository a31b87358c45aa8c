package org.gotalk.jakarta.internal.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Settings of a test. */
record MapSource(String description, Map<String, String> values) implements Source {

    /** The settings as the application would read them. */
    static Settings settings(Map<String, String> values) {
        return Settings.from(Sources.of(new MapSource("test", values)), Set.of());
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public Stream<String> keys() {
        return values.keySet().stream();
    }

    @Override
    public boolean isOfThisApplication() {
        return true;
    }
}
