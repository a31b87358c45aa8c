package org.gotalk.jakarta.internal.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.gotalk.jakarta.internal.config.Sources.Found;

/** Reads settings one by one and collects problems, so that all are reported together. */
final class SettingsReader {

    private final Sources sources;
    private final String prefix;
    private final Set<String> problems;

    private SettingsReader(Sources sources, String prefix, Set<String> problems) {
        this.sources = sources;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Reads settings whose keys have this prefix. */
    SettingsReader(Sources sources, String prefix) {
        this(sources, prefix, new LinkedHashSet<>());
    }

    /** A reader for another prefix; both collect problems together. */
    SettingsReader withPrefix(String other) {
        return new SettingsReader(sources, other, problems);
    }

    String key(Setting<?> setting) {
        return prefix + setting.key();
    }

    /** The value of a setting; the default if it is not set or invalid. */
    <T> T read(Setting<T> setting) {
        Optional<Found> found = sources.find(key(setting));
        if (found.isPresent()) {
            String value = found.get().value();
            try {
                return setting.format().parse().apply(value);
            } catch (IllegalArgumentException e) {
                String shown = setting.format().isSecret() ? "…" : value;
                problem(
                        setting,
                        "is \"%s\" (%s), but must be %s"
                                .formatted(shown, found.get().where(), e.getMessage()));
            }
        }
        return setting.byDefault();
    }

    /** Whether there is a value, valid or not. */
    boolean isSet(Setting<?> setting) {
        return sources.find(key(setting)).isPresent();
    }

    /** The value of a setting; empty if it is not set. */
    <T> Optional<T> readIfSet(Setting<T> setting) {
        return isSet(setting) ? Optional.of(read(setting)) : Optional.empty();
    }

    /** The value of a setting that must not be less than another. */
    <T extends Comparable<T>> T readAtLeast(Setting<T> lower, Setting<T> setting) {
        T min = read(lower);
        T value = read(setting);
        if (value.compareTo(min) >= 0) {
            return value;
        }
        Function<T, String> write = setting.format().write();
        problem(
                setting,
                "is %s, but must be at least %s, which is %s"
                        .formatted(write.apply(value), key(lower), write.apply(min)));
        return min;
    }

    /** See {@link Sources#below}. */
    SortedMap<String, String> readBelow(String key) {
        return sources.below(prefix + key);
    }

    /** Adds a problem, as a whole sentence. */
    void problem(String text) {
        problems.add(text);
    }

    /** Adds a problem of a setting, as a sentence without subject. */
    void problem(Setting<?> setting, String what) {
        problem(setting.key(), what);
    }

    /** Adds a problem of a key, without the prefix of this reader. */
    void problem(String key, String what) {
        problems.add(prefix + key + " " + what);
    }

    /** Throws if there are problems. */
    void complain() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(List.copyOf(problems));
        }
    }
}
