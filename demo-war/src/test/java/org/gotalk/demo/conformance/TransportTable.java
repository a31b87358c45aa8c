package org.gotalk.demo.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gotalk.conformance.Carrier;
import org.gotalk.conformance.Outcome;
import org.gotalk.conformance.Rule;
import org.gotalk.conformance.Rules;

/** The second part of {@code docs/conformance.md}: the same rules, over each transport. */
final class TransportTable {

    private static final String HEAD = """

            ## Over each transport

            A Java peer without a container ([Gotalk on the network](network.md)), spoken to by a test that says and hears bytes:

            - **both roles**: tests show the rule of a peer that has connected and of one that was connected to, and all passed. Of a pipe, and of two streams that a program has
              taken over, the client is the side that begins.
            - **client**: the same of a peer that has opened a WebSocket, in whichever framing the rule is about. WebSockets are accepted by a container: the column
              "Liberty endpoint" above.
            - **fail**: one of the tests failed.
            - **—**: the rule does not concern peers over that transport, for the reason below.

            """;

    private final Findings findings;
    private final List<String> reasons = Rules.read().all().stream()
            .flatMap(rule -> Stream.of(Carrier.values())
                    .filter(rule.notOver()::containsKey)
                    .map(rule.notOver()::get))
            .distinct()
            .toList();

    TransportTable(Findings findings) {
        this.findings = findings;
    }

    /** Its heading and all below it. */
    String text() {
        StringBuilder text = new StringBuilder(HEAD).append(heads());
        Rules.read().all().forEach(rule -> text.append(row(rule)));
        text.append('\n');
        reasons.forEach(reason -> text.append("- (%s) %s.\n".formatted(letter(reason), reason)));
        return text.toString();
    }

    private static String heads() {
        String titles = Stream.of(Carrier.values()).map(Carrier::title).collect(Collectors.joining(" | "));
        return "| rule | " + titles + " | shown by |\n" + "|---".repeat(Carrier.values().length + 2) + "|\n";
    }

    private String row(Rule rule) {
        String cells =
                Stream.of(Carrier.values()).map(carrier -> cell(rule, carrier)).collect(Collectors.joining(" | "));
        List<Outcome> shown = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            shown.addAll(findings.over(carrier, rule));
        }
        shown.sort(Comparator.comparing(Outcome::source));
        return "| **" + rule.id() + "** | " + cells + " | " + ConformancePage.links(shown) + " |\n";
    }

    private String cell(Rule rule, Carrier carrier) {
        String reason = rule.notOver().get(carrier);
        if (reason != null) {
            return "— (" + letter(reason) + ")";
        }
        List<Outcome> shown = findings.over(carrier, rule);
        if (!Findings.rolesLeftOut(carrier, shown).isEmpty()) {
            return "**no test**";
        }
        if (!shown.stream().allMatch(Outcome::passed)) {
            return "**fail**";
        }
        return carrier.roles().size() == 1 ? "client" : "both roles";
    }

    private String letter(String reason) {
        return String.valueOf((char) ('a' + reasons.indexOf(reason)));
    }
}
