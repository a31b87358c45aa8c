package org.gotalk.demo.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links within the documentation: the file is there, and so is the heading. */
class LinksTest {

    private static final Path TEMPLATE = Path.of("docs", "adr", "0000-template.md");
    private static final Pattern CODE = Pattern.compile("(?ms)^( *)```.*?^\\1```|`[^`\n]+`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern SCHEME = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        List<Path> pages = Sources.endingWith(Set.of("md")).stream()
                .filter(page -> !page.equals(TEMPLATE))
                .toList();

        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(pages.stream().flatMap(LinksTest::dead)).isEmpty();
    }

    private static Stream<String> dead(Path page) {
        return LINK.matcher(CODE.matcher(Sources.text(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !SCHEME.matcher(link).matches())
                .filter(link -> !leadsSomewhere(page, link))
                .map(link -> page + " → " + link);
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(Sources.root().resolve(target))
                && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    private static List<String> anchors(Path page) {
        return HEADING.matcher(Sources.text(page).replaceAll("(?ms)^```.*?^```", ""))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .toList();
    }

    /** As forges make them, and the site does. */
    private static String anchor(String heading) {
        String text = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replace("`", "")
                .strip();
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_')
                .mapToObj(c -> c == ' ' ? "-" : Character.toString(c))
                .collect(joining());
    }
}
