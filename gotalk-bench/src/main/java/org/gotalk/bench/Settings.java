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

    private static final int GROWTH_SHARE = 3;

    /** Of the side-by-side. */
    static Settings ofComparison() {
        return new Settings(Integer.getInteger("bench.rounds", 5), millis("bench.warmup", 500), spanOfAll());
    }

    /** Of what is measured in many steps, each of which is shorter. */
    static Settings ofGrowth() {
        return new Settings(
                Integer.getInteger("bench.growth.rounds", 3),
                millis("bench.growth.warmup", 200),
                spanOfAll().dividedBy(GROWTH_SHARE));
    }

    /** How many steps it takes to measure so many cases. */
    int steps(int cases) {
        return cases * (rounds + 1);
    }

    private static Duration spanOfAll() {
        return millis("bench.span", 3000);
    }

    private static Duration millis(String property, int value) {
        return Duration.ofMillis(Integer.getInteger(property, value));
    }
}
