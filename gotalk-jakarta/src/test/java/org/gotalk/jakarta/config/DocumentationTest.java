package org.gotalk.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

    private static final Pattern ROW =
            Pattern.compile("\\| `(gotalk\\.[a-z-]+)` \\| (?:`([^`]*)` )?\\| (\\S[^|]*) \\|");

    private static final Pattern ROW_OF_A_PEER =
            Pattern.compile("\\| `(\\.[a-z-]+)` \\| (?:`([^`]*)` )?\\| (\\S[^|]*) \\|");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/configuration.md"})
    void theTableHasEachSettingWithItsDefaultAndMeaning(String page) throws IOException {
        List<String> documented;
        try (var lines = Files.lines(Path.of("..", page))) {
            documented = lines.flatMap(line -> ROW.matcher(line).results())
                    .map(DocumentationTest::keyAndDefault)
                    .toList();
        }

        assertThat(documented)
                .containsExactlyElementsOf(Known.ALL.stream()
                        .map(setting -> setting.key() + "=" + setting.defaultText())
                        .toList());
    }

    @Test
    void theTableOfRemotePeersHasEachSettingWithItsDefaultAndMeaning() throws IOException {
        List<String> documented;
        try (var lines = Files.lines(Path.of("..", "docs/configuration.md"))) {
            documented = lines.flatMap(line -> ROW_OF_A_PEER.matcher(line).results())
                    .map(DocumentationTest::keyAndDefault)
                    .toList();
        }

        assertThat(documented)
                .containsExactlyElementsOf(new ClientKeys("x")
                        .all().stream()
                                .map(setting -> setting.key().substring("gotalk.client.x".length()) + "="
                                        + setting.defaultText())
                                .toList());
    }

    private static String keyAndDefault(MatchResult row) {
        return row.group(1) + "=" + (row.group(2) == null ? "" : row.group(2));
    }
}
