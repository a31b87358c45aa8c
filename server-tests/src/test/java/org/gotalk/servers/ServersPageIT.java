package org.gotalk.servers;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/servers.md says what the checks show. {@code -Dgotalk.servers.write} has it written anew. */
class ServersPageIT {

    private static final Path OUTCOMES = Path.of("target", "outcomes.tsv");

    @Test
    void theEndpointClassIsShownAsItIs() throws Exception {
        String source = Files.readString(Path.of("src", "test", "java", "org", "gotalk", "servers", "Talk.java"));
        assertThat(Files.readString(Path.of("..", "docs", "cdi.md")))
                .contains("```java\n" + source.substring(source.indexOf("\n@") + 1) + "```\n");
    }

    @Test
    void thePageSaysWhatTheChecksShow() throws Exception {
        Path file = ServersPage.outcomes(Servers.name());
        String shown = ServersPage.read(OUTCOMES).entrySet().stream()
                .map(outcome -> outcome.getKey() + "\t" + outcome.getValue() + "\n")
                .collect(joining());
        if (System.getProperty("gotalk.servers.write") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, shown);
            ServersPage.write(ServersPage.generated());
        }
        assertThat(Files.readString(file)).isEqualTo(shown);
        assertThat(ServersPage.written()).isEqualTo(ServersPage.generated());
    }
}
