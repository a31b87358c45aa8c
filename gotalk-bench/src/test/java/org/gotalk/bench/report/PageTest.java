package org.gotalk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    Path project;

    @Test
    void aPartTakesThePlaceOfTheOneBeforeItAndLeavesTheRest() throws IOException {
        Path file = page("By hand.\n<!-- growth: generated, do not edit -->\nold\n<!-- growth: end -->\nMore.\n");

        new Page(project).write(new Part("growth").add("new"));

        assertThat(file)
                .content()
                .isEqualTo("By hand.\n<!-- growth: generated, do not edit -->\n\nnew\n\n<!-- growth: end -->\nMore.\n");
    }

    @Test
    void figuresThatAreNoLongerMadeAreRemovedAndThoseOfOtherPartsStay() throws IOException {
        page("<!-- growth: generated, do not edit -->\n<!-- growth: end -->\n");
        Path figures = Files.createDirectories(project.resolve("docs").resolve("performance"));
        Files.writeString(figures.resolve("growth-old.svg"), "old");
        Files.writeString(figures.resolve("side-by-side-tcp.svg"), "kept");

        new Page(project).write(new Part("growth").figure("More, and more", "<svg/>"));

        assertThat(figures)
                .isDirectoryContaining(file -> file.endsWith("growth-more-and-more.svg"))
                .isDirectoryContaining(file -> file.endsWith("side-by-side-tcp.svg"))
                .isDirectoryNotContaining(file -> file.endsWith("growth-old.svg"));
    }

    @Test
    void aPageWithoutAPlaceForThePartIsLeftAsItIs() throws IOException {
        Path file = page("By hand.\n");

        assertThatThrownBy(() -> new Page(project).write(new Part("growth").add("new")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no place for \"growth\"");
        assertThat(file).content().isEqualTo("By hand.\n");
    }

    private Path page(String text) throws IOException {
        Path docs = Files.createDirectories(project.resolve("docs"));
        return Files.writeString(docs.resolve("performance.md"), text);
    }
}
