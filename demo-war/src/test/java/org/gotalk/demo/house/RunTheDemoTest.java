package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw liberty:run}, the first command of the README. */
class RunTheDemoTest {

    private static final Pattern MODULE = Pattern.compile("(?m)^    <module>(.*?)</module>");
    private static final Pattern ARTIFACT = Pattern.compile(
            "(?:</parent>|</groupId>)\\s*<artifactId>(.*?)</artifactId>\\s*(?:<version>[^<]*</version>)?\\s*<(?:packaging|name)>");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>(?:org\\.gotalk|com\\.example)</groupId>\\s*<artifactId>(.*?)</artifactId>");
    private static final Pattern SKIPS = Pattern.compile(
            "<artifactId>liberty-maven-plugin</artifactId>\\s*(?:<version>[^<]*</version>)?\\s*<configuration>\\s*<skip>true</skip>");

    /** The server's plugin refuses to choose among several modules that no other depends on. */
    @Test
    void theServersPluginFindsTheDemoAlone() {
        List<String> modules = found(MODULE, Sources.text(Path.of("pom.xml"))).toList();
        List<String> below = modules.stream()
                .flatMap(module -> found(DEPENDENCY, pom(module)))
                .toList();

        assertThat(modules)
                .filteredOn(module -> found(ARTIFACT, pom(module)).noneMatch(below::contains))
                .filteredOn(module -> !SKIPS.matcher(pom(module)).find())
                .containsExactly("demo-war");
    }

    private static String pom(String module) {
        return Sources.text(Path.of(module, "pom.xml"));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
