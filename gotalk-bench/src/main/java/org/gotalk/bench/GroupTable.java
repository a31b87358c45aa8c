package org.gotalk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.gotalk.bench.load.Measure;
import org.gotalk.bench.plot.Bar;
import org.gotalk.bench.plot.Comparison;
import org.gotalk.bench.report.MarkdownTable;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Part;
import org.gotalk.bench.report.Spread;

/**
 * The cases of one group.
 *
 * @param base name of the case that the others are measured by
 */
record GroupTable(Case.Group group, String base, Map<Case, List<Round>> rounds) {

    void addTo(Part part) {
        Measure measure = group.work().measure();
        MarkdownTable table = new MarkdownTable(List.of(
                "case",
                "CPU s for " + measure.costUnit(),
                "ratio (in single rounds)",
                measure.unit() + "/s",
                "p50 µs",
                "p99 µs",
                "p99.9 µs",
                "B allocated each",
                "threads",
                "mark"));
        rounds.forEach((one, results) -> table.row(row(one, results)));
        part.add("### " + group.name());
        if (!group.note().isEmpty()) {
            part.add(group.note());
        }
        part.add(table);
        rounds.forEach((one, results) -> remarks(one.name(), results).forEach(part::add));
        part.figure(
                group.name(),
                Comparison.svg(
                        group.name(),
                        "server CPU, s for " + measure.costUnit(),
                        rounds.entrySet().stream()
                                .map(entry -> bar(entry.getKey(), entry.getValue()))
                                .filter(Bar::isFinite)
                                .toList()));
    }

    private List<String> row(Case one, List<Round> results) {
        Measure measure = one.group().work().measure();
        List<String> cells = new ArrayList<>();
        cells.add(one.name());
        cells.add(Numbers.text(measure.cost(median(results, Round::cpu)), 3));
        cells.add(one.name().equals(base) ? "1" : ratio(results));
        cells.add(Numbers.text(measure.rate(median(results, Round::rate)), 0));
        cells.add(Numbers.text(median(results, Round::p50), 0));
        cells.add(Numbers.text(median(results, Round::p99), 0));
        cells.add(Numbers.text(median(results, Round::p999), 0));
        cells.add(Numbers.text(median(results, Round::allocated), 0));
        cells.add(Numbers.text(median(results, Round::threads), 0));
        cells.add(Marks.of(one).stream()
                .flatMap(mark -> roundsOf(mark.baseOr(base)).map(bases -> mark.of(measure, results, bases)).stream())
                .collect(Collectors.joining("; ")));
        return cells;
    }

    private String ratio(List<Round> results) {
        return roundsOf(base)
                .map(bases -> Numbers.spread(Mark.ratio(Round::cpu, results, bases)))
                .orElse("—");
    }

    /** Nothing where that case was left out. */
    private Optional<List<Round>> roundsOf(String name) {
        return rounds.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What figures alone would hide, of all rounds together. */
    private List<String> remarks(String name, List<Round> results) {
        List<String> remarks = new ArrayList<>();
        int unanswered = results.stream().mapToInt(Round::unanswered).sum();
        if (unanswered > 0) {
            remarks.add("**%s: %d of the %s never came.**"
                    .formatted(name, unanswered, group.work().measure().things()));
        }
        int lost = results.stream().mapToInt(Round::lostNeighbours).sum();
        if (lost > 0) {
            remarks.add("%s: the server closed %d of the neighbours' connections.".formatted(name, lost));
        }
        return remarks;
    }

    private static Bar bar(Case one, List<Round> results) {
        Measure measure = one.group().work().measure();
        Spread cpu = Spread.of(results.stream().mapToDouble(round -> measure.cost(round.cpu())));
        return new Bar(
                one.name(),
                one.name().startsWith("Gotalk"),
                cpu.median(),
                cpu.least(),
                cpu.most(),
                List.of(median(results, Round::p50), median(results, Round::p99), median(results, Round::p999)));
    }

    private static double median(List<Round> results, ToDoubleFunction<Round> figure) {
        return Spread.of(results.stream().mapToDouble(figure)).median();
    }
}
