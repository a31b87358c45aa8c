package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileLengthTest {

    private static final int MOST_LINES = 300;

    @Test
    void noSourceFileHasMoreThan300Lines() {
        List<Path> sources = Sources.endingWith(Set.of("java", "js", "mjs", "ts", "mts", "css", "html"));

        assertThat(sources).as("sources of all modules").hasSizeGreaterThan(10);
        assertThat(sources)
                .filteredOn(file -> Sources.text(file).lines().count() > MOST_LINES)
                .as("files of more than %s lines", MOST_LINES)
                .isEmpty();
    }
}
