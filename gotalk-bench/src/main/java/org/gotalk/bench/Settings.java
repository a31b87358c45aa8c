package org.gotalk.bench;

import java.time.Duration;

/**
 * How long and how thoroughly is measured.
 *
 * @param rounds that count; one more comes before them and warms the servers up
 * @param warmUp of each case, in each round
 * @param span that is measured, of each case, in each round
 */
record Settings(int rounds, Duration warmUp, Duration span) {

    /** Of all rows, those are measured whose group and name contain this. */
    static final String ONLY = System.getProperty("bench.only", "");

    private static final int MOST_ROUNDS_OF_PARTS = 3;
    private static final int SHARE_OF_PARTS = 3;

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
