package org.gotalk.jakarta.internal.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports unknown keys with Gotalk's prefix: they are probably misspelled and would have no effect. */
final class UnknownKeys {

    private static final Pattern CLIENT = Pattern.compile("(gotalk\\.client\\.[A-Za-z0-9_-]+\\.).+");
    private static final Pattern HEADER = Pattern.compile("gotalk\\.client\\.[A-Za-z0-9_-]+\\.header\\..+");
    private static final int LIKELY_SLIPS = 3;
    private static final Logger LOG = System.getLogger("org.gotalk.config");

    private UnknownKeys() {}

    /** Adds problems; for shared sources, which may contain keys of another version of Gotalk, only logs a warning. */
    static void report(Sources sources, SettingsReader reader) {
        in(sources, true).forEach(reader::problem);
        in(sources, false).forEach(text -> LOG.log(Level.WARNING, text));
    }

    /** A message for each unknown key, in the application's own sources or in the shared ones. */
    static Stream<String> in(Sources sources, boolean ofThisApplication) {
        return sources.of(ofThisApplication)
                .flatMap(source -> among(source.keys().filter(key -> !source.isVariable(key)))
                        .map(text -> text + " (" + source.description() + ")"));
    }

    /** The messages in alphabetical order of the keys. */
    private static Stream<String> among(Stream<String> keys) {
        return keys.filter(key -> key.startsWith(SettingTable.PREFIX))
                .filter(key -> !HEADER.matcher(key).matches() && known(key).noneMatch(key::equals))
                .sorted()
                .map(key -> "unknown setting \"" + key + "\"" + suggestion(key));
    }

    /** All valid keys that a key may be a misspelling of. */
    private static Stream<String> known(String key) {
        Stream<String> ofTheApplication = SettingTable.ROWS.keys(SettingTable.PREFIX);
        Matcher client = CLIENT.matcher(key);
        return client.matches()
                ? Stream.concat(ofTheApplication, ClientSettingTable.ROWS.keys(client.group(1)))
                : ofTheApplication;
    }

    private static String suggestion(String key) {
        return known(key)
                .filter(known -> slips(key, known) <= LIKELY_SLIPS)
                .min(Comparator.comparingInt(known -> slips(key, known)))
                .map(known -> ", did you mean \"" + known + "\"?")
                .orElse("");
    }

    /** The Levenshtein distance of two keys. */
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
