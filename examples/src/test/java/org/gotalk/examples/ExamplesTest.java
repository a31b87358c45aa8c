package org.gotalk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each example prints what its README shows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExamplesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "gotalk", "examples");

    @Test
    void greetOverTcp() throws Exception {
        assertThat(Printed.by(GreetOverTcp::main)).isEqualTo(Readme.outputOf("GreetOverTcp"));
    }

    @Test
    void greetOverUnixSocket() throws Exception {
        assertThat(Printed.by(GreetOverUnixSocket::main)).isEqualTo(Readme.outputOf("GreetOverUnixSocket"));
    }

    @Test
    void greetOverTls() throws Exception {
        String printed = Printed.by(GreetOverTls::main);

        assertThat(printed.replaceAll("localhost:\\d+", "localhost:43145")).isEqualTo(Readme.outputOf("GreetOverTls"));
    }

    @Test
    void twoWayOverPipe() throws Exception {
        assertThat(Printed.by(TwoWayOverPipe::main)).isEqualTo(Readme.outputOf("TwoWayOverPipe"));
    }

    @Test
    void limitsAndRetry() throws Exception {
        assertThat(Printed.by(LimitsAndRetry::main)).isEqualTo(Readme.outputOf("LimitsAndRetry"));
    }

    @Test
    void sendFileShowsItsProgressBothWaysAndThatNothingWasLost(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("large"), new byte[5_000_001]);

        List<String> lines = Printed.by(SendFile::main, file.toString()).lines().toList();

        assertThat(lines)
                .anyMatch(line -> line.matches("There \\[#{20}\\.{20}]  5\\d %  \\d+ MiB/s "))
                .anyMatch(line -> line.matches("There \\[#{40}] 100 %  \\d+ MiB/s "))
                .anyMatch(line -> line.matches("Back  \\[#{20}\\.{20}]  5\\d %  \\d+ MiB/s "))
                .anyMatch(line -> line.matches("Back  \\[#{40}] 100 %  \\d+ MiB/s "))
                .endsWith("The same there: true, and back: true");
    }

    @Test
    void anEmptyFileIsSentAsWell(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("empty"));

        assertThat(Printed.by(SendFile::main, file.toString())).endsWith("The same there: true, and back: true\n");
    }

    @Test
    void eachExampleIsInTheReadmeAndSaysHowItIsRun() throws IOException {
        List<String> examples;
        try (Stream<Path> files = Files.list(SOURCES)) {
            examples = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
        }

        assertThat(examples).hasSizeGreaterThan(5).allSatisfy(name -> {
            assertThat(Readme.text()).contains("| [" + name + "](").contains("## " + name + "\n");
            assertThat(SOURCES.resolve(name + ".java"))
                    .content()
                    .contains("<pre>./mvnw -q compile -pl examples -am -Dexample=" + name);
        });
    }
}
