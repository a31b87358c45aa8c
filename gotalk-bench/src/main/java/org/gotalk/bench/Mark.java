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
        String found = figure == Figure.CPU ? "" : " " + Numbers.ratio(ratio);
        return "%s ≤ %s ×: %s%s".formatted(figure.title, Numbers.text(most), verdict, found);
    }

    /** What is compared. */
    enum Figure {
        CPU("CPU", Round::cpu),
        P50("p50", Round::p50);

        private final String title;
        private final ToDoubleFunction<Round> value;

        Figure(String title, ToDoubleFunction<Round> value) {
            this.title = title;
            this.value = value;
        }

        /** Of each round alone: what disturbs the machine for a while disturbs both. */
        Spread ratio(List<Round> results, List<Round> base) {
            return Spread.of(IntStream.range(0, results.size())
                    .mapToDouble(i -> value.applyAsDouble(results.get(i)) / value.applyAsDouble(base.get(i))));
        }
    }
}
