package org.gotalk.demo.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gotalk.conformance.Carrier;
import org.gotalk.conformance.Outcome;
import org.gotalk.conformance.OutcomeFiles;
import org.gotalk.conformance.Role;
import org.gotalk.conformance.Rule;
import org.gotalk.conformance.Rule.Implementation;
import org.gotalk.conformance.Rules;

/** What the tests of all modules showed in this build. */
final class Findings {

    private static final Map<Implementation, List<String>> MODULES = Map.of(
            Implementation.ENGINE, List.of("gotalk-core", "gotalk-net"),
            Implementation.LIBERTY, List.of("demo-war"),
            Implementation.JS, List.of("gotalk-js"));

    private final Map<Implementation, List<Outcome>> outcomes = new EnumMap<>(Implementation.class);

    /** Reads what they wrote down. */
    static Findings ofThisBuild(Path root) throws IOException {
        Findings findings = new Findings();
        for (Implementation implementation : Implementation.values()) {
            List<Outcome> found = new ArrayList<>();
            for (String module : MODULES.get(implementation)) {
                Path folder = root.resolve(module).resolve("target/conformance");
                found.addAll(OutcomeFiles.in(folder).read());
            }
            findings.outcomes.put(implementation, found);
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
        return of(rule, implementation, outcome -> outcome.way().isEmpty());
    }

    /** What they showed about it of peers without a container over a transport. */
    List<Outcome> over(Carrier carrier, Rule rule) {
        return of(
                rule,
                Implementation.ENGINE,
                outcome -> outcome.way().filter(way -> way.carrier() == carrier).isPresent());
    }

    private List<Outcome> of(Rule rule, Implementation implementation, Predicate<Outcome> which) {
        return outcomes.get(implementation).stream()
                .filter(outcome -> outcome.rule().equals(rule.id()))
                .filter(which)
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
            for (Carrier carrier : Carrier.values()) {
                problems.addAll(problems(rule, carrier));
            }
        }
        return problems;
    }

    private List<String> problems(Rule rule, Implementation implementation) {
        String where = "rule \"" + rule.id() + "\", " + implementation.title() + ": ";
        boolean isExempt = rule.exempt().containsKey(implementation);
        return problems(where, isExempt, of(rule, implementation));
    }

    private List<String> problems(Rule rule, Carrier carrier) {
        String where = "rule \"" + rule.id() + "\", " + carrier.title() + ": ";
        boolean isExempt = rule.notOver().containsKey(carrier);
        List<Outcome> shown = over(carrier, rule);
        List<String> problems = new ArrayList<>(problems(where, isExempt, shown));
        if (!isExempt && !shown.isEmpty()) {
            rolesLeftOut(carrier, shown)
                    .forEach(role -> problems.add(where + "no test shows it of a peer that is the " + word(role)));
        }
        return problems;
    }

    /** The roles of a peer that none of these is about. */
    static Set<Role> rolesLeftOut(Carrier carrier, List<Outcome> shown) {
        Set<Role> leftOut = EnumSet.copyOf(carrier.roles());
        shown.forEach(outcome -> outcome.way().ifPresent(way -> leftOut.remove(way.role())));
        return leftOut;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> problems(String where, boolean isExempt, List<Outcome> shown) {
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
