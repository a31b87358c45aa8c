package org.gotalk.jakarta.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of settings in documents are made from the settings themselves. */
class SettingTablesTest {

    private static final String REMEDY = "write it anew: ./mvnw test -pl gotalk-jakarta -am -Dtest=SettingTablesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgotalk.settings.write";

    @Test
    void theReadmeHasTheTableOfSettings() throws IOException {
        StringBuilder table = new StringBuilder("| key | default | meaning |\n|---|---|---|\n");
        SettingTable.ROWS
                .all()
                .forEach(row -> table.append("| `%s%s` |%s | %s |\n"
                        .formatted(SettingTable.PREFIX, row.key(), defaultCell(row), row.text())));
        assertHas("README.md", "settings", table);
    }

    @Test
    void thePageHasTheTableOfSettings() throws IOException {
        assertHas("docs/configuration.md", "settings", table("key", SettingTable.PREFIX, SettingTable.ROWS));
    }

    @Test
    void thePageHasTheTableOfRemotePeers() throws IOException {
        String key = "key, after `gotalk.client.<name>`";
        assertHas("docs/configuration.md", "client settings", table(key, ".", ClientSettingTable.ROWS));
    }

    @Test
    void eachTextIsOneSentence() {
        assertThat(Stream.concat(SettingTable.ROWS.all().stream(), ClientSettingTable.ROWS.all().stream()))
                .extracting(Setting::text)
                .allSatisfy(text -> assertThat(text).matches("[A-Z][^|]*\\.").doesNotContain(". "));
    }

    private static StringBuilder table(String key, String prefix, SettingRows settings) {
        StringBuilder table = new StringBuilder("| " + key + " | value | default | meaning |\n|---|---|---|---|\n");
        settings.all()
                .forEach(row -> table.append("| `%s%s` | %s |%s | %s |\n"
                        .formatted(prefix, row.key(), row.format().type(), defaultCell(row), row.text())));
        return table;
    }

    private static <T> String defaultCell(Setting<T> setting) {
        String text = setting.format().write().apply(setting.byDefault());
        return text.isEmpty() ? "" : " `" + text + "`";
    }

    private static void assertHas(String page, String name, CharSequence table) throws IOException {
        Path path = Path.of("..", page);
        String begin = "<!-- " + name + ": generated, do not edit -->\n\n";
        String end = "\n<!-- " + name + ": end -->\n";
        String text = Files.readString(path, UTF_8);
        assertThat(text).containsSubsequence(begin, end);
        String before = text.substring(0, text.indexOf(begin) + begin.length());
        String after = text.substring(text.indexOf(end));
        if (System.getProperty("gotalk.settings.write") != null) {
            Files.writeString(path, before + table + after, UTF_8);
        } else {
            String written = text.substring(before.length(), text.length() - after.length());
            assertThat(written).as("%s: %s", page, REMEDY).isEqualTo(table.toString());
        }
    }
}
