package org.gotalk.jakarta.config;

import java.time.Duration;

/**
 * One setting.
 *
 * @param key its name
 * @param defaultText what holds where nothing is set, as it would be written; empty where that is no value at all
 * @param format how it is written
 * @param isSecret whether its value is kept out of messages
 */
record Setting<T>(String key, String defaultText, Format<T> format, boolean isSecret) {

    /** One whose value may be seen. */
    Setting(String key, String defaultText, Format<T> format) {
        this(key, defaultText, format, false);
    }

    Setting<T> keptSecret() {
        return new Setting<>(key, defaultText, format, true);
    }

    static Setting<Integer> count(String key, int least, int byDefault) {
        return new Setting<>(key, Integer.toString(byDefault), Formats.count(least));
    }

    static Setting<Integer> size(String key, int least, String byDefault) {
        return new Setting<>(key, byDefault, Formats.size(least));
    }

    static Setting<Duration> time(String key, Duration least, String byDefault) {
        return new Setting<>(key, byDefault, Formats.time(least));
    }

    T defaultValue() {
        return format.parse(defaultText);
    }

    /** Turns a text into a value. */
    @FunctionalInterface
    interface Format<T> {
        /**
         * The value of a text.
         *
         * @throws IllegalArgumentException whose message says what would be right
         */
        T parse(String text);
    }
}
