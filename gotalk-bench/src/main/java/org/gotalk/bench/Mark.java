package org.gotalk.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Spread;

/**
 * What a case is to reach.
 *
 * @param most how large its figure may be, as a multiple of the same figure of the case that it is measured by
 */
record Mark(Figure figure, double most) {

    static Mark cpu(double most) {
        return new Mark(Figure.CPU, most);
    }

    static Mark p50(double most) {
        return new Mark(Figure.P50, most);
    }

    /** What it is, and whether it is met. */
    String of(List<Round> results, List<Round> base) {
        Spread ratio = figure.ratio(results, base);
        String verdict = ratio.median() <= most ? "met" : "**missed**";
        String found = figure.equals(Figure.CPU) ? "" : " " + Numbers.ratio(ratio);
        return "%s ≤ %s ×: %s%s".formatted(figure.title, Numbers.text(most), verdict, found);
    }

    /** What is compared. */
    record Figure(String title, ToDoubleFunction<Round> value) {

        static final Figure CPU = new Figure("CPU", Round::cpu);
        private static final Figure P50 = new Figure("p50", Round::p50);

        /** Of each round alone: what disturbs the machine for a while disturbs both. */
        Spread ratio(List<Round> results, List<Round> base) {
            return Spread.of(IntStream.range(0, results.size())
                    .mapToDouble(i -> value.applyAsDouble(results.get(i)) / value.applyAsDouble(base.get(i))));
        }
    }
}
