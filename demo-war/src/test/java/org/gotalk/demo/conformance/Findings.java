package org.gotalk.demo.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.conformance.Outcome;
import org.gotalk.conformance.OutcomeFiles;
import org.gotalk.conformance.Rule;
import org.gotalk.conformance.Rule.Implementation;
import org.gotalk.conformance.Rules;

/** What the tests of all modules showed in this build. */
final class Findings {

    private static final Map<Implementation, String> MODULES = Map.of(
            Implementation.ENGINE, "gotalk-core",
            Implementation.LIBERTY, "demo-war",
            Implementation.JS, "gotalk-jakarta");

    private final Map<Implementation, List<Outcome>> outcomes = new EnumMap<>(Implementation.class);

    /** Reads what they wrote down. */
    static Findings ofThisBuild(Path root) throws IOException {
        Findings findings = new Findings();
        for (Implementation implementation : Implementation.values()) {
            Path folder = root.resolve(MODULES.get(implementation)).resolve("target/conformance");
            findings.outcomes.put(implementation, OutcomeFiles.in(folder).read());
        }
        return findings;
    }

    /** The implementations whose tests did not run in this build. */
    List<Implementation> leftOut() {
        return Stream.of(Implementation.values())
                .filter(implementation -> outcomes.get(implementation).isEmpty())
                .toList();
    }

    /** What tests showed about a rule, each test file once. */
    List<Outcome> of(Rule rule, Implementation implementation) {
        return outcomes.get(implementation).stream()
                .filter(outcome -> outcome.rule().equals(rule.id()))
                .distinct()
                .sorted(Comparator.comparing(Outcome::source))
                .toList();
    }

    /** A sentence for each cell that is not as it should be. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Rule rule : Rules.read().all()) {
            for (Implementation implementation : Implementation.values()) {
                problems.addAll(problems(rule, implementation));
            }
        }
        return problems;
    }

    private List<String> problems(Rule rule, Implementation implementation) {
        List<Outcome> shown = of(rule, implementation);
        String where = "rule \"" + rule.id() + "\", " + implementation.title() + ": ";
        boolean isExempt = rule.exempt().containsKey(implementation);
        if (isExempt && !shown.isEmpty()) {
            return List.of(where + "rules.txt says that it does not concern it, but "
                    + shown.get(0).source() + " shows it");
        }
        if (!isExempt && shown.isEmpty()) {
            return List.of(where + "no test shows it; mark one, or say in rules.txt why it does not concern it");
        }
        return shown.stream()
                .filter(outcome -> !outcome.passed())
                .map(outcome -> where + "a test of " + outcome.source() + " failed")
                .toList();
    }
}
