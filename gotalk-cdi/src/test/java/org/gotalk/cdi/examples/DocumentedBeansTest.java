package org.gotalk.cdi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedBeansTest {

    private static final Path TESTING = Path.of("../docs/testing.md");

    static Stream<Class<?>> examples() {
        return Stream.of(Archive.class, Prices.class, Door.class, Club.class, Rest.class, Pulse.class, Reports.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDocumentationShowsThemAsTheyAre(Class<?> example) throws IOException {
        assertThat(Files.readString(Path.of("../docs/cdi.md"))).contains(shown(example, "\n@"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Teahouse.class, TeahouseRules.class})
    void thePageOfRoomsShowsItsBeansAsTheyAre(Class<?> example) throws IOException {
        assertThat(Files.readString(Path.of("../docs/rooms.md"))).contains(shown(example, "\n@"));
    }

    @ParameterizedTest
    @ValueSource(classes = {ArchiveTest.class, ArchiveThreadsTest.class, NewsroomTest.class})
    void testsOfBeansAreShownAsTheyAre(Class<?> test) throws IOException {
        assertThat(Files.readString(TESTING)).contains(shown(test, "\nimport"));
    }

    @Test
    void theBeanOfTheTestIsShownAsItIs() throws IOException {
        assertThat(Files.readString(TESTING)).contains(shown(Newsroom.class, "\n@"));
    }

    private static String shown(Class<?> example, String beginning) throws IOException {
        String source =
                Files.readString(Path.of("src/test/java", example.getName().replace('.', '/') + ".java"));
        return "```java\n" + source.substring(source.indexOf(beginning) + 1) + "```\n";
    }
}
