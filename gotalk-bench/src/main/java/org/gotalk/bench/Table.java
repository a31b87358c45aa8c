package org.gotalk.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The medians as a table, with the ratio to the first case of each group. */
record Table(Map<Case, List<Round>> rounds) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Case.@Nullable Group group = null;
        double base = 1;
        for (Map.Entry<Case, List<Round>> entry : rounds.entrySet()) {
            Case one = entry.getKey();
            List<Round> results = entry.getValue();
            double cpu = median(results, Round::cpu);
            if (!one.group().equals(group)) {
                group = one.group();
                base = cpu;
                text.append(
                        "\n| %s | requests/s | CPU s per 100,000 | ratio | p50 µs | p99 µs | p99.9 µs | unanswered |%n"
                                .formatted(one.group().name()));
                text.append("|---|---|---|---|---|---|---|---|\n");
            }
            text.append("| %s | %.0f | %.3f | %.2f | %.0f | %.0f | %.0f | %d |%n"
                    .formatted(
                            one.name(),
                            median(results, Round::rate),
                            cpu,
                            cpu / base,
                            median(results, Round::p50),
                            median(results, Round::p99),
                            median(results, Round::p999),
                            results.stream().mapToInt(Round::unanswered).sum()));
        }
        return text.toString();
    }

    private static double median(List<Round> results, ToDoubleFunction<Round> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
