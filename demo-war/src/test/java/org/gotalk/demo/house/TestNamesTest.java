package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TestNamesTest {

    private static final int MOST_LETTERS = 60;

    /** What a test class declares to return nothing, and rules of ArchUnit. */
    private static final Pattern RULE = Pattern.compile("(?m)^ +(?:\\w+ )*(?:void|ArchRule) (\\w+)(?:\\(| =)");

    @Test
    void namesHaveAtMost60Letters() {
        List<String> names = Sources.java("test").stream()
                .flatMap(file -> RULE.matcher(Sources.text(file)).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(names).as("names of all modules").hasSizeGreaterThan(100);
        assertThat(names).filteredOn(name -> name.length() > MOST_LETTERS).isEmpty();
    }
}
