package org.gotalk.demo.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.gotalk.conformance.Rule.Implementation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs after the tests of all modules. Where some of them were left out, there is nothing to say. */
class ConformancePageCheck {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/conformance.md");

    private Findings findings;

    @BeforeEach
    void needsTheTestsOfAllModules() throws IOException {
        findings = Findings.ofThisBuild(ROOT);
        List<Implementation> leftOut = findings.leftOut();
        if (!leftOut.isEmpty()) {
            String titles = leftOut.stream().map(Implementation::title).collect(Collectors.joining(", "));
            System.getLogger(ConformancePageCheck.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "docs/conformance.md is not checked: not all tests of {0} ran in this build",
                            titles);
            assumeTrue(false, titles);
        }
    }

    @Test
    void eachRuleHoldsWhereverItConcernsAndATestShowsIt() {
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void thePageIsWhatTheTestsShow() throws IOException {
        String page = new ConformancePage(findings).text();
        if (System.getProperty("gotalk.conformance.write") != null) {
            Files.writeString(PAGE, page, UTF_8);
        }
        assertThat(PAGE)
                .as("write it anew: ./mvnw verify -Dgotalk.conformance.write")
                .content(UTF_8)
                .isEqualTo(page);
    }
}
