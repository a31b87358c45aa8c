package org.gotalk.conformance;

/**
 * What one test showed about one rule.
 *
 * @param rule the rule's id
 * @param source the test's file, or its table's, from the root of the project
 */
public record Outcome(String rule, String source, boolean passed) {

    /** The same test, failed. */
    Outcome failed() {
        return new Outcome(rule, source, false);
    }

    String line() {
        return rule + "\t" + source + "\t" + (passed ? "pass" : "fail");
    }

    static Outcome ofLine(String line) {
        String[] fields = line.split("\t", -1);
        return new Outcome(fields[0], fields[1], fields[2].equals("pass"));
    }
}
