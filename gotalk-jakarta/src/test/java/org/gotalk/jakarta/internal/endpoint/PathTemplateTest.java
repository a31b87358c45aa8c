package org.gotalk.jakarta.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    private static final PathTemplate TALK = new PathTemplate("/rooms/{id}/talk");

    @Test
    void aNameStandsForOnePart() {
        assertThat(TALK.match("/rooms/7 b/talk")).contains(Map.of("id", "7 b"));
    }

    @Test
    void severalNamesHaveTheirOwnValues() {
        assertThat(new PathTemplate("/{house}/{room}").match("/a/b")).contains(Map.of("house", "a", "room", "b"));
    }

    @Test
    void aPathWithoutNamesMatchesItself() {
        assertThat(new PathTemplate("/talk").match("/talk")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms//talk", "/rooms/7", "/rooms/7/talk/", "/rooms/7/8/talk", "/Rooms/7/talk", ""})
    void otherPathsDoNotMatch(String path) {
        assertThat(TALK.match(path)).isEmpty();
    }

    @Test
    void aPartBeatsANameFromTheLeft() {
        assertThat(Stream.of("/{a}/b", "/a/{b}", "/{a}/{b}", "/a/b")
                        .map(PathTemplate::new)
                        .sorted(PathTemplate.MORE_EXACT_FIRST)
                        .map(PathTemplate::text))
                .containsExactly("/a/b", "/a/{b}", "/{a}/b", "/{a}/{b}");
    }
}
