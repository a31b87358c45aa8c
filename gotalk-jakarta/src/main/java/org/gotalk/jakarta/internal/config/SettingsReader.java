package org.gotalk.jakarta.internal.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.gotalk.jakarta.internal.config.Sources.Found;

/** Reads settings one by one and remembers what was wrong, so that all of it can be reported together. */
final class SettingsReader {

    private static final Logger LOG = System.getLogger("org.gotalk.config");

    private final Sources sources;
    private final String prefix;
    private final Set<String> problems;

    private SettingsReader(Sources sources, String prefix, Set<String> problems) {
        this.sources = sources;
        this.prefix = prefix;
        this.problems = problems;
    }

    SettingsReader(Sources sources) {
        this(sources, SettingKeys.PREFIX, new LinkedHashSet<>());
    }

    /** A reader of the settings of a remote peer; this one reports their problems, too. */
    SettingsReader ofClient(String name) {
        return new SettingsReader(sources, ClientKeys.PREFIX + name + ".", problems);
    }

    String key(Setting<?> setting) {
        return prefix + setting.key();
    }

    /** The value of a setting; its default where it is not set or wrong. */
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

    /** Whether there is a value, right or wrong. */
    boolean isSet(Setting<?> setting) {
        return sources.find(key(setting)).isPresent();
    }

    /** The value of a setting that has no default. */
    <T> Optional<T> readIfSet(Setting<T> setting) {
        return isSet(setting) ? Optional.of(read(setting)) : Optional.empty();
    }

    /** The value of a setting that must not be below another. */
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

    /** A shared place may hold keys of another version of Gotalk, so they are wrong only in the application's own. */
    void lookForUnknownKeys() {
        problems.addAll(sources.unknownKeys(true));
        sources.unknownKeys(false).forEach(text -> LOG.log(Level.WARNING, text));
    }

    /** Remembers what is wrong with a setting: a sentence without its subject. */
    void problem(Setting<?> setting, String what) {
        problem(setting.key(), what);
    }

    /** Remembers what is wrong with the value of a key, behind the prefix of this reader. */
    void problem(String key, String what) {
        problems.add(prefix + key + " " + what);
    }

    /** Throws if anything was wrong. */
    void complain() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(List.copyOf(problems));
        }
    }
}
