package org.gotalk.demo.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter is what the README shows, with the configuration that the tests run with. */
class StarterTest {

    private static final Pattern VERSION = Pattern.compile(
            "(?:<gotalk.version>|<groupId>org.gotalk</groupId>\\s*<artifactId>[^<]*</artifactId>\\s*<version>)([^<$]+)<");
    private static final Path ROOT = Path.of("..");
    private static final Path STARTER = ROOT.resolve("starter");
    private static final Path SOURCES = STARTER.resolve("src").resolve("main");

    @Test
    void theStarterHasTheBeanAndThePageOfTheReadme() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(readme)
                .contains(Files.readString(SOURCES.resolve(Path.of("java", "com", "example", "Greeter.java"))));
        assertThat(readme).contains(Files.readString(SOURCES.resolve(Path.of("webapp", "index.html"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gotalk-platform.xml", "jvm.options"})
    void theStarterHasTheServerConfigurationOfTheDemo(String file) {
        assertThat(SOURCES.resolve(Path.of("liberty", "config", file)))
                .hasSameTextualContentAs(ROOT.resolve("liberty-config").resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"starter/pom.xml", "docs/tutorial.md", "README.md"})
    void whatUsersCopyDependsOnThisVersion(String file) throws Exception {
        String version =
                Files.readString(ROOT.resolve("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(VERSION.matcher(Files.readString(ROOT.resolve(file))).results())
                .extracting(match -> match.group(1))
                .isNotEmpty()
                .containsOnly(version);
    }
}
