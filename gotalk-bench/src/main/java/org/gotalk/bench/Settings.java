package org.gotalk.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long and how thoroughly is measured.
 *
 * @param rounds that count; one more comes before them and warms the servers up
 * @param warmUp of each case, in each round
 * @param span that is measured, of each case, in each round
 */
record Settings(int rounds, Duration warmUp, Duration span) {

    private static final String ONLY = System.getProperty("bench.only", "");

    private static final int MOST_ROUNDS_OF_PARTS = 3;
    private static final int SHARE_OF_PARTS = 3;

    /** Whether some rows are left out. */
    static boolean isPartial() {
        return !ONLY.isEmpty();
    }

    /** Whether a row is measured. */
    static boolean isChosen(Case one) {
        return isChosen(one.toString(), ONLY);
    }

    /**
     * Whether a name contains one of these texts.
     *
     * @param only texts with a {@code |} between them; empty for all
     */
    static boolean isChosen(String name, String only) {
        return only.isEmpty() || Arrays.stream(only.split("\\|")).anyMatch(name::contains);
    }

    /** Of the side-by-side. */
    static Settings ofComparison() {
        return new Settings(
                Integer.getInteger("bench.rounds", 5), millis("bench.warmup", 500), millis("bench.span", 3000));
    }

    /** Of the round that does not count. */
    Settings first() {
        return new Settings(1, warmUp, span.multipliedBy(2));
    }

    /** Of what is measured beside it: less of each. */
    Settings less() {
        return new Settings(
                Math.min(rounds, MOST_ROUNDS_OF_PARTS),
                warmUp.dividedBy(SHARE_OF_PARTS),
                span.dividedBy(SHARE_OF_PARTS));
    }

    private static Duration millis(String property, int value) {
        return Duration.ofMillis(Integer.getInteger(property, value));
    }
}
