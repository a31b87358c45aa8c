package org.gotalk.demo.conformance;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gotalk.conformance.Outcome;
import org.gotalk.conformance.Rule;
import org.gotalk.conformance.Rule.Implementation;
import org.gotalk.conformance.Rules;

/** {@code docs/conformance.md}, from what the tests showed. */
final class ConformancePage {

    private static final String HEAD = """
            # Conformance

            Each rule of the [protocol](protocol.md), and how our three implementations stand: the **engine** by itself, the **Liberty endpoint** (a server with
            gotalk-jakarta, spoken to over WebSockets), and **gotalk.js** (as a browser's side of the connection, under Node).

            - **pass**: every test that shows the rule passed; the links lead to their files, where the rule's name finds them.
            - **fail**: one of them failed.
            - **—**: the rule does not concern that implementation, and why.

            This page is generated; do not edit it. `./mvnw verify` runs all tests, and fails where a cell has no test or a failed one, or where this page is not what
            the tests show. `./mvnw verify -Dgotalk.conformance.write` writes it anew. Both need Node 20 or newer; a run of some tests alone leaves the page
            out. A rule more: see [CONTRIBUTING](../CONTRIBUTING.md#what-the-build-checks).

            The files `*.txt` are [tables](../gotalk-core/src/test/resources/conformance/README.md) of what comes and what is answered. The engine, a server and gotalk.js play
            the same tables. What a Java peer without a container does [over each transport](#over-each-transport), in each role, stands at the end.
            """;

    private final Findings findings;

    ConformancePage(Findings findings) {
        this.findings = findings;
    }

    /** The whole page. */
    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        String section = "";
        for (Rule rule : Rules.read().all()) {
            if (!rule.section().equals(section)) {
                section = rule.section();
                page.append("\n## ").append(section).append("\n\n").append(heads());
            }
            page.append(row(rule));
        }
        return page.append(new TransportTable(findings).text()).toString();
    }

    private static String heads() {
        String titles =
                Stream.of(Implementation.values()).map(Implementation::title).collect(Collectors.joining(" | "));
        return "| rule | " + titles + " |\n|---|---|---|---|\n";
    }

    private String row(Rule rule) {
        String cells = Stream.of(Implementation.values())
                .map(implementation -> cell(rule, implementation))
                .collect(Collectors.joining(" | "));
        return "| **" + rule.id() + "**: " + rule.text() + " | " + cells + " |\n";
    }

    private String cell(Rule rule, Implementation implementation) {
        String reason = rule.exempt().get(implementation);
        if (reason != null) {
            return "— " + reason;
        }
        List<Outcome> shown = findings.of(rule, implementation);
        if (shown.isEmpty()) {
            return "**no test**";
        }
        String verdict = shown.stream().allMatch(Outcome::passed) ? "pass" : "**fail**";
        return verdict + ": " + links(shown);
    }

    /** To the files of the tests that showed something, each once. */
    static String links(List<Outcome> shown) {
        return shown.stream()
                .map(Outcome::source)
                .distinct()
                .map(ConformancePage::link)
                .collect(Collectors.joining(", "));
    }

    private static String link(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1).replace(".java", "");
        return "[" + name + "](../" + source + ")";
    }
}
