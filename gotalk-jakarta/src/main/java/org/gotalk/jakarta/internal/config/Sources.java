package org.gotalk.jakarta.internal.config;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of settings, in descending order of precedence. */
public final class Sources {

    private final List<Source> strongestFirst;

    private Sources(List<Source> strongestFirst) {
        this.strongestFirst = strongestFirst;
    }

    /**
     * The sources of a web application: its context parameters, then MicroProfile Config if the server has it,
     * otherwise system properties and environment variables.
     */
    public static Sources of(ServletContext context) {
        Source process = MicroProfileConfig.of(context.getClassLoader()).orElseGet(ProcessSettings::ofThisProcess);
        return of(new ContextParameters(context), process);
    }

    static Sources of(Source... strongestFirst) {
        return new Sources(List.of(strongestFirst));
    }

    /** The first value of a key that is not empty. */
    Optional<Found> find(String key) {
        return strongestFirst.stream()
                .flatMap(source -> source.find(key).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Found(value, source.description())))
                .findFirst();
    }

    /** The values of all known keys with a prefix, by the rest of the key. */
    SortedMap<String, String> below(String prefix) {
        SortedMap<String, String> values = new TreeMap<>();
        strongestFirst.stream()
                .flatMap(Source::keys)
                .filter(key -> key.startsWith(prefix) && key.length() > prefix.length())
                .forEach(key ->
                        find(key).ifPresent(found -> values.put(key.substring(prefix.length()), found.value())));
        return values;
    }

    /** The application's own sources, or the shared ones. */
    Stream<Source> of(boolean thisApplication) {
        return strongestFirst.stream().filter(source -> source.isOfThisApplication() == thisApplication);
    }

    /** A value and the name of its source. */
    record Found(String value, String where) {}
}
