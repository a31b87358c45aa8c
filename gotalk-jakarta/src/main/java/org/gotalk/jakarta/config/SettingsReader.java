package org.gotalk.jakarta.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gotalk.jakarta.config.Sources.Found;

/** Reads settings one by one and remembers what was wrong, so that all of it can be reported together. */
final class SettingsReader {

    private static final Logger LOG = System.getLogger(SettingsReader.class.getName());

    private final Sources sources;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Sources sources) {
        this.sources = sources;
    }

    /** The value of a setting; its default where it is not set or wrong. */
    <T> T read(Setting<T> setting) {
        Optional<Found> found = sources.find(setting.key());
        if (found.isPresent()) {
            try {
                return setting.format().parse(found.get().value());
            } catch (IllegalArgumentException e) {
                problems.add("%s is \"%s\" (%s), but must be %s"
                        .formatted(
                                setting.key(),
                                setting.isSecret() ? "…" : found.get().value(),
                                found.get().where(),
                                e.getMessage()));
            }
        }
        return setting.defaultValue();
    }

    /** Whether there is a value, right or wrong. */
    boolean isSet(Setting<?> setting) {
        return sources.find(setting.key()).isPresent();
    }

    /** The value of a setting that has no default. */
    <T> Optional<T> readIfSet(Setting<T> setting) {
        return isSet(setting) ? Optional.of(read(setting)) : Optional.empty();
    }

    /** The value of a setting that must not be below another. */
    <T extends Comparable<T>> T readAtLeast(T least, Setting<T> lower, Setting<T> setting) {
        T value = read(setting);
        if (value.compareTo(least) >= 0) {
            return value;
        }
        problems.add(
                "%s is %s, but must be at least %s, which is %s".formatted(setting.key(), value, lower.key(), least));
        return least;
    }

    /** A shared place may hold keys of another version of Gotalk, so they are wrong only in the application's own. */
    void lookForUnknownKeys() {
        problems.addAll(sources.unknownKeys(true));
        sources.unknownKeys(false).forEach(text -> LOG.log(Level.WARNING, text));
    }

    /** Remembers something else that is wrong. */
    void problem(String text) {
        problems.add(text);
    }

    /** Throws if anything was wrong. */
    void complain() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}
