package org.gotalk.demo.house;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators switch loggers on by the names of {@code docs/configuration.md}, whatever our classes are called. */
class LoggersTest {

    private static final Pattern CREATED = Pattern.compile("System\\.getLogger\\(\\s*(.*?)\\s*\\);");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(org\\.gotalk\\.\\w+)` \\|");

    @Test
    void loggersHaveTheNamesThatAreDocumented() {
        List<String> documented = found(DOCUMENTED, Path.of("docs", "configuration.md"))
                .map(name -> '"' + name + '"')
                .toList();
        Map<Path, List<String>> created = createdByModule();

        assertThat(created.values().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrderElementsOf(documented);
        assertThat(created.values()).allSatisfy(names -> assertThat(names).doesNotHaveDuplicates());
    }

    private static Map<Path, List<String>> createdByModule() {
        return Sources.java("main").stream()
                .filter(file -> file.getName(0).toString().startsWith("gotalk-"))
                .collect(groupingBy(file -> file.getName(0), flatMapping(file -> found(CREATED, file), toList())));
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        return pattern.matcher(Sources.text(file)).results().map(match -> match.group(1));
    }
}
