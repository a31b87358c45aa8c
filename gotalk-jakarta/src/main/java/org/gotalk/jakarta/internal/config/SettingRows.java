package org.gotalk.jakarta.internal.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a table of settings, in the order of the documents. Filled while the table is initialized. */
final class SettingRows {

    private final List<Setting<?>> rows = new ArrayList<>();

    <T> Row<T> row(String key, Format<T> format, T byDefault) {
        return text -> {
            Setting<T> setting = new Setting<>(key, format, byDefault, text);
            rows.add(setting);
            return setting;
        };
    }

    List<Setting<?>> all() {
        return Collections.unmodifiableList(rows);
    }

    Stream<String> keys(String prefix) {
        return rows.stream().map(setting -> prefix + setting.key());
    }

    /** A row that lacks its text. */
    @FunctionalInterface
    interface Row<T> {
        Setting<T> means(String text);
    }
}
