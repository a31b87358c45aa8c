package org.gotalk.jakarta.config;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;

/** The places where settings may be written, the strongest first. */
public final class Sources {

    private final List<Source> strongestFirst;

    private Sources(List<Source> strongestFirst) {
        this.strongestFirst = strongestFirst;
    }

    /**
     * Those of a web application: its context parameters, then MicroProfile Config where the server has it, else system
     * properties and environment variables.
     */
    public static Sources of(ServletContext context) {
        Source process = MicroProfileConfig.of(context.getClassLoader()).orElseGet(ProcessSettings::ofThisProcess);
        return of(new ContextParameters(context), process);
    }

    static Sources of(Source... strongestFirst) {
        return new Sources(List.of(strongestFirst));
    }

    /** The strongest value of a key; an empty one counts as none. */
    Optional<Found> find(String key) {
        return strongestFirst.stream()
                .flatMap(source -> source.find(key).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Found(value, source.description())))
                .findFirst();
    }

    /** Keys that have a value, as far as the places can tell which they have. */
    List<String> keysThatBeginWith(String prefix) {
        return strongestFirst.stream()
                .flatMap(Source::keys)
                .filter(key -> key.startsWith(prefix) && key.length() > prefix.length())
                .filter(key -> find(key).isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    /** What is to be said of keys that are no settings, in the application's own places or in those that it shares. */
    List<String> unknownKeys(boolean ofThisApplication) {
        return strongestFirst.stream()
                .filter(source -> source.isOfThisApplication() == ofThisApplication)
                .flatMap(source ->
                        UnknownKeys.among(source.keys()).stream().map(text -> text + " (" + source.description() + ")"))
                .toList();
    }

    /** A value, and where it was found. */
    record Found(String value, String where) {}
}
