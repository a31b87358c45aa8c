package org.gotalk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gotalk.bench.plot.Growth;
import org.gotalk.bench.plot.Line;
import org.gotalk.bench.report.MarkdownTable;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Part;
import org.gotalk.bench.report.Spread;

/** How the cost of a request changes as work grows. */
record LadderTable(Ladder ladder, Map<Case, List<Round>> rounds) {

    private static final String COST = "server CPU, s per 100,000 requests";
    private static final double MOST_RISE = 1.15; // what is left of it is noise

    /** Nothing where no case of the ladder was run. */
    void addTo(Part part) {
        Map<String, List<Double>> costs = new LinkedHashMap<>();
        rounds.forEach((one, results) -> {
            if (ladder.has(one)) {
                costs.computeIfAbsent(one.name(), unused -> new ArrayList<>())
                        .add(Spread.of(results.stream().mapToDouble(Round::cpu)).median());
            }
        });
        if (costs.isEmpty()) {
            return;
        }
        List<Integer> steps = ladder.steps(rounds.keySet());
        List<String> columns = new ArrayList<>(List.of("CPU s per 100,000, by " + ladder.unit()));
        steps.forEach(step -> columns.add(step.toString()));
        columns.add("steepest rise");
        columns.add("mark");
        MarkdownTable table = new MarkdownTable(columns);
        costs.forEach((name, values) -> table.row(row(name, values)));
        part.add("### " + ladder.title()).add(table);
        List<Line> lines = costs.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
        if (steps.size() > 1) {
            part.figure(ladder.title(), Growth.svg(ladder.title(), ladder.unit(), steps, COST, lines));
        }
    }

    private static List<String> row(String name, List<Double> costs) {
        List<String> cells = new ArrayList<>(List.of(name));
        costs.forEach(cost -> cells.add(Numbers.text(cost)));
        double rise = rise(costs);
        cells.add(Numbers.text(rise) + " ×");
        cells.add(
                name.startsWith("Gotalk")
                        ? "≤ %s ×: %s".formatted(Numbers.text(MOST_RISE), rise <= MOST_RISE ? "met" : "**missed**")
                        : "");
        return cells;
    }

    /** How much more a request costs at most than it did with less work; 1 where it never does. */
    private static double rise(List<Double> costs) {
        double least = Double.MAX_VALUE;
        double rise = 1;
        for (double cost : costs) {
            least = Math.min(least, cost);
            rise = Math.max(rise, cost / least);
        }
        return rise;
    }
}
