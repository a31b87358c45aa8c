package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The site of the documentation; it takes its folders "servers" and "adr" as they are. */
class SiteTest {

    @Test
    void thePagesOfDocsAreInTheTableOfContents() {
        String contents = Sources.text(Path.of("site", "contents.mjs"));
        List<Path> pages = Sources.endingWith(Set.of("md")).stream()
                .filter(page -> Path.of("docs").equals(page.getParent()))
                .toList();

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(pages).allSatisfy(page -> assertThat(contents).contains("'docs/" + page.getFileName() + "'"));
    }
}
