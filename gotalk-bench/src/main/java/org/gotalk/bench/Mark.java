package org.gotalk.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gotalk.bench.load.Measure;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Spread;

/**
 * What a case is to reach.
 *
 * @param base the case of the same group that it is measured by; empty for the first one
 */
record Mark(String base, Check check) {

    private static final double MICROS_A_MILLI = 1e3;

    /** At most this many times the CPU of the base. */
    static Mark cpu(double most) {
        return ratio("CPU", Round::cpu, most);
    }

    /** At most this many times the median latency of the base. */
    static Mark p50(double most) {
        return ratio("p50", Round::p50, most);
    }

    /** At least so much a second, whatever the base does. */
    static Mark rate(double least) {
        return new Mark("", (measure, results, base) -> {
            double rate = measure.rate(
                    Spread.of(results.stream().mapToDouble(Round::rate)).median());
            return "≥ %s %s/s: %s".formatted(Numbers.text(least), measure.unit(), verdict(rate >= least));
        });
    }

    /** Within this time 99 % of the answers come, whatever the base does, and in the end all of them. */
    static Mark p99(Duration most) {
        return new Mark("", (measure, results, base) -> {
            double millis = Spread.of(results.stream().mapToDouble(Round::p99)).median() / MICROS_A_MILLI;
            boolean areAllThere = results.stream().allMatch(round -> round.unanswered() == 0);
            return "p99 ≤ %d ms: %s".formatted(most.toMillis(), verdict(areAllThere && millis <= most.toMillis()));
        });
    }

    /** The same, measured by another case of the group than the first. */
    Mark against(String name) {
        return new Mark(name, check);
    }

    /** The case that it is measured by, where that is this one unless said otherwise. */
    String baseOr(String first) {
        return base.isEmpty() ? first : base;
    }

    /**
     * What it is, and whether it is met.
     *
     * @param bases the rounds of the case that this is measured by
     */
    String of(Measure measure, List<Round> results, List<Round> bases) {
        String text = check.of(measure, results, bases);
        return base.isEmpty() ? text : "by \"%s\": %s".formatted(base, text);
    }

    /** Of each round alone: what disturbs the machine for a while disturbs both. */
    static Spread ratio(ToDoubleFunction<Round> figure, List<Round> results, List<Round> base) {
        return Spread.of(IntStream.range(0, results.size())
                .mapToDouble(i -> figure.applyAsDouble(results.get(i)) / figure.applyAsDouble(base.get(i))));
    }

    private static Mark ratio(String name, ToDoubleFunction<Round> figure, double most) {
        return new Mark("", (measure, results, base) -> {
            Spread ratio = ratio(figure, results, base);
            return "%s ≤ %s ×: %s, %s"
                    .formatted(name, Numbers.text(most), verdict(ratio.median() <= most), Numbers.spread(ratio));
        });
    }

    private static String verdict(boolean isMet) {
        return isMet ? "met" : "**missed**";
    }

    /** Compares figures with what they are to be. */
    @FunctionalInterface
    interface Check {
        String of(Measure measure, List<Round> results, List<Round> base);
    }
}
