package org.gotalk.jakarta.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys that begin as ours do and are none: mostly misspelled, and without a word they would have no effect. */
final class UnknownKeys {

    private static final String PREFIX = "gotalk.";
    private static final int LIKELY_SLIPS = 3;

    private UnknownKeys() {}

    /** What is to be said of each of them, in alphabetical order. */
    static List<String> among(Stream<String> keys) {
        return keys.filter(key -> key.startsWith(PREFIX) && !isKnown(key))
                .sorted()
                .map(key -> key + " is no setting"
                        + meant(key)
                                .map(known -> ", did you mean " + known + "?")
                                .orElse(""))
                .toList();
    }

    private static boolean isKnown(String key) {
        return Known.ALL.stream().anyMatch(known -> known.key().equals(key))
                || ClientKeys.of(key).map(keys -> keys.has(key)).orElse(false);
    }

    private static Optional<String> meant(String key) {
        Stream<Setting<?>> ofItsPeer = ClientKeys.of(key).stream().flatMap(keys -> keys.all().stream());
        return Stream.concat(Known.ALL.stream(), ofItsPeer)
                .map(Setting::key)
                .filter(known -> slips(key, known) <= LIKELY_SLIPS)
                .min(Comparator.comparingInt(known -> slips(key, known)));
    }

    /** How many letters are to be added, left out or replaced to get from one word to the other. */
    private static int slips(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
