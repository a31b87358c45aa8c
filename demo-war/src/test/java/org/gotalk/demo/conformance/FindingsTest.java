package org.gotalk.demo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gotalk.conformance.Rule.Implementation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

    private static final String THIS_BUILD = System.getProperty("gotalk.conformance.build", "unknown");

    @TempDir
    private Path root;

    private void wrote(String module, String build, String... outcomes) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/conformance"));
        Files.writeString(folder.resolve("SomeTest.tsv"), "build " + build + "\n" + String.join("\n", outcomes));
    }

    private List<String> problemsOf(String rule) throws IOException {
        return Findings.ofThisBuild(root).problems().stream()
                .filter(problem -> problem.startsWith("rule \"" + rule + "\", engine: "))
                .toList();
    }

    @Test
    void aRuleThatTestsShowIsFine() throws IOException {
        wrote("gotalk-core", THIS_BUILD, "version\tsome/Test.java\tpass");
        assertThat(problemsOf("version")).isEmpty();
    }

    @Test
    void aRuleWithoutATestIsAProblem() throws IOException {
        wrote("gotalk-core", THIS_BUILD, "heartbeat\tsome/Test.java\tpass");
        assertThat(problemsOf("version"))
                .containsExactly("rule \"version\", engine: no test shows it; mark one,"
                        + " or say in rules.txt why it does not concern it");
    }

    @Test
    void oneTestThatFailsIsAProblemWhateverTheOthersSay() throws IOException {
        wrote("gotalk-core", THIS_BUILD, "version\tsome/Test.java\tpass", "version\tother/Test.java\tfail");
        assertThat(problemsOf("version")).containsExactly("rule \"version\", engine: a test of other/Test.java failed");
        assertThat(new ConformancePage(Findings.ofThisBuild(root)).text())
                .contains("**fail**: [Test](../other/Test.java), [Test](../some/Test.java)");
    }

    @Test
    void aTestOfARuleThatIsSaidNotToConcernItIsAProblem() throws IOException {
        wrote("gotalk-core", THIS_BUILD, "trailing-slash\tsome/Test.java\tpass");
        assertThat(problemsOf("trailing-slash"))
                .containsExactly("rule \"trailing-slash\", engine: rules.txt says that it does not concern it,"
                        + " but some/Test.java shows it");
    }

    @Test
    void overATransportARuleIsToBeShownInEachRole() throws IOException {
        wrote("gotalk-core", THIS_BUILD, "version\tsome/Test.java\tpass\tTCP CLIENT");
        assertThat(Findings.ofThisBuild(root).problems())
                .contains(
                        "rule \"version\", TCP: no test shows it of a peer that is the server",
                        "rule \"version\", TLS: no test shows it; mark one,"
                                + " or say in rules.txt why it does not concern it",
                        "rule \"version\", engine: no test shows it; mark one,"
                                + " or say in rules.txt why it does not concern it");
    }

    @Test
    void theTableOfTransportsSaysWhatWasShown() throws IOException {
        wrote(
                "gotalk-core",
                THIS_BUILD,
                "version\tsome/Test.java\tpass\tTCP CLIENT",
                "version\tother/Test.java\tpass\tTCP SERVER",
                "version\tsome/Test.java\tpass\tTLS CLIENT",
                "version\tsome/Test.java\tpass\tWEBSOCKET CLIENT",
                "version\tsome/Test.java\tfail\tUNIX CLIENT",
                "version\tsome/Test.java\tpass\tUNIX SERVER");
        assertThat(new TransportTable(Findings.ofThisBuild(root)).text())
                .contains("| **version** | **no test** | both roles | **fail** | **no test** | **no test** | client"
                        + " | [Test](../other/Test.java), [Test](../some/Test.java) |")
                .contains("| **packed-framing** | — (b) | — (b) | — (b) | — (b) | — (b) | **no test** |  |");
    }

    @Test
    void whatAnotherBuildFoundDoesNotCount() throws IOException {
        wrote("gotalk-core", THIS_BUILD, "version\tsome/Test.java\tpass");
        wrote("demo-war", "of yesterday", "version\tsome/Test.java\tpass");
        assertThat(Findings.ofThisBuild(root).leftOut()).containsExactly(Implementation.LIBERTY, Implementation.JS);
    }
}
