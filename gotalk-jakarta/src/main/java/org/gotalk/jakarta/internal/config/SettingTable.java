package org.gotalk.jakarta.internal.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Settings with one prefix, in the order of the documents. Filled by the static initializer of its owner. */
final class SettingTable {

    private final List<Setting<?>> rows = new ArrayList<>();

    <T> Row<T> row(String key, Format<T> format, T byDefault) {
        return text -> {
            Setting<T> setting = new Setting<>(key, format, byDefault, text);
            rows.add(setting);
            return setting;
        };
    }

    List<Setting<?>> rows() {
        return Collections.unmodifiableList(rows);
    }

    Stream<String> keys(String prefix) {
        return rows.stream().map(setting -> prefix + setting.key());
    }

    /** A row without its description. */
    @FunctionalInterface
    interface Row<T> {
        Setting<T> means(String text);
    }
}
