package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to Maven Central and to npm; see docs/releasing.md. */
class PublishedModulesTest {

    private static final String BOM = "gotalk-bom";
    private static final Pattern MODULE = Pattern.compile("(?m)^    <module>(.*?)</module>");
    private static final Pattern MANAGED =
            Pattern.compile("<groupId>org\\.gotalk</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>\\$");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>gotalk-(?:parent|bom)</artifactId>\\s*<version>(.*?)</version>");
    private static final Pattern URL = Pattern.compile("(?m)^  <url>(.*?)</url>");

    static Stream<String> published() {
        return found(MODULE, pom("."))
                .filter(module -> !pom(module).contains("<maven.deploy.skip>true</maven.deploy.skip>"))
                .filter(module -> !module.equals(BOM));
    }

    /** A module more is a line in gotalk-bom/pom.xml, or says "maven.deploy.skip". */
    @Test
    void theBomNamesEveryPublishedModuleAndNoOther() {
        assertThat(found(MANAGED, pom(BOM)))
                .containsExactlyInAnyOrderElementsOf(published().toList());
    }

    @Test
    void theBomHasTheVersionOfAllModules() {
        assertThat(found(VERSION, pom(BOM)).toList()).isEqualTo(List.of(version()));
    }

    @Test
    void theNpmPackageHasTheVersionOfTheJars() {
        assertThat(packageJson()).contains("\"version\": \"" + version().replace("-SNAPSHOT", "") + "\"");
    }

    @Test
    void theHomeOfTheProjectIsTheSameEverywhere() {
        String home = found(URL, pom(".")).findFirst().orElseThrow();

        assertThat(found(URL, pom(BOM))).containsExactly(home);
        assertThat(packageJson()).contains("\"homepage\": \"" + home + "\"", "\"url\": \"git+" + home + ".git\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "licenses", "developers", "scm"})
    void whatTheRegistryDemandsIsThere(String element) {
        assertThat(pom(".")).contains("\n  <" + element);
        assertThat(pom(BOM)).contains("\n  <" + element);
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedModuleSaysWhatItIs(String module) {
        assertThat(pom(module)).contains("\n  <name>Gotalk: ", "\n  <description>");
    }

    /** A list of resources takes the place of the one that all modules have. */
    @ParameterizedTest
    @MethodSource("published")
    void aListOfResourcesHasTheLicence(String module) {
        String pom = pom(module);

        assertThat(!pom.contains("\n    <resources>") || pom.contains("<include>LICENSE</include>"))
                .isTrue();
    }

    private static String version() {
        return found(VERSION, pom(".")).findFirst().orElseThrow();
    }

    private static String packageJson() {
        return Sources.text(Path.of("gotalk-js", "package.json"));
    }

    private static String pom(String module) {
        return Sources.text(Path.of(module, "pom.xml"));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
