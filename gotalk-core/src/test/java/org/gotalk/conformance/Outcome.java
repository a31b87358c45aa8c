package org.gotalk.conformance;

import java.util.Optional;

/**
 * What one test showed about one rule.
 *
 * @param rule the rule's id
 * @param source the test's file, or its table's, from the root of the project
 * @param way how the Java peer of the test talked; empty where that is not what the test is about
 */
public record Outcome(String rule, String source, boolean passed, Optional<Way> way) {

    /** Of a test that passed. */
    Outcome(String rule, String source) {
        this(rule, source, true, Optional.empty());
    }

    /** The same test, failed. */
    Outcome failed() {
        return new Outcome(rule, source, false, way);
    }

    /** The same, of a Java peer that talked so. */
    Outcome on(Way newWay) {
        return new Outcome(rule, source, passed, Optional.of(newWay));
    }

    String line() {
        String line = rule + "\t" + source + "\t" + (passed ? "pass" : "fail");
        return line + way.map(on -> "\t" + on.key()).orElse("");
    }

    static Outcome ofLine(String line) {
        String[] fields = line.split("\t", -1);
        Optional<Way> way = fields.length > 3 ? Optional.of(Way.ofKey(fields[3])) : Optional.empty();
        return new Outcome(fields[0], fields[1], fields[2].equals("pass"), way);
    }
}
