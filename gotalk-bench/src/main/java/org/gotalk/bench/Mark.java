package org.gotalk.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gotalk.bench.load.Measure;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Spread;

/** What a case is to reach. */
@FunctionalInterface
interface Mark {

    /**
     * What it is, and whether it is met.
     *
     * @param base the rounds of the case that the group is measured by
     */
    String of(Measure measure, List<Round> results, List<Round> base);

    /** So many times the CPU of the base at most. */
    static Mark cpu(double most) {
        return (measure, results, base) -> {
            Spread ratio = ratio(Round::cpu, results, base);
            return "CPU ≤ %s ×: %s".formatted(Numbers.text(most), verdict(ratio.median() <= most));
        };
    }

    /** So many times the median latency of the base at most. */
    static Mark p50(double most) {
        return (measure, results, base) -> {
            Spread ratio = ratio(Round::p50, results, base);
            return "p50 ≤ %s ×: %s, %s"
                    .formatted(Numbers.text(most), verdict(ratio.median() <= most), Numbers.spread(ratio));
        };
    }

    /** At least so much a second, whatever the base does. */
    static Mark rate(double least) {
        return (measure, results, base) -> {
            double rate = measure.rate(
                    Spread.of(results.stream().mapToDouble(Round::rate)).median());
            return "≥ %s %s/s: %s".formatted(Numbers.text(least), measure.unit(), verdict(rate >= least));
        };
    }

    /** Of each round alone: what disturbs the machine for a while disturbs both. */
    static Spread ratio(ToDoubleFunction<Round> figure, List<Round> results, List<Round> base) {
        return Spread.of(IntStream.range(0, results.size())
                .mapToDouble(i -> figure.applyAsDouble(results.get(i)) / figure.applyAsDouble(base.get(i))));
    }

    private static String verdict(boolean isMet) {
        return isMet ? "met" : "**missed**";
    }
}
