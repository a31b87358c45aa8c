package org.gotalk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gotalk.bench.report.MarkdownTable;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Part;
import org.gotalk.bench.report.Spread;

/** What idle connections cost, in all rounds. */
record IdleTable(Map<Case, List<Idle>> rounds) {

    private static final String BASE = "bare @ServerEndpoint";
    private static final String OURS = "Idle WebSocket connections: Gotalk";
    private static final double MOST_MORE = 6; // KiB

    void addTo(Part part) {
        MarkdownTable table = new MarkdownTable(List.of(
                "each of %d idle connections".formatted(Idle.CONNECTIONS),
                "heap KiB",
                "direct buffers KiB",
                "threads more, for all",
                "mark"));
        double base = 0;
        for (Map.Entry<Case, List<Idle>> entry : rounds.entrySet()) {
            Case one = entry.getKey();
            Spread heap = Spread.of(entry.getValue().stream().mapToDouble(Idle::heap));
            if (one.name().equals(BASE)) {
                base = heap.median();
            }
            List<String> cells = new ArrayList<>();
            cells.add(one.toString().replace("Idle ", "").replace(" connections", ""));
            cells.add(Numbers.spread(heap));
            cells.add(Numbers.text(Spread.of(entry.getValue().stream().mapToDouble(Idle::direct))
                    .median()));
            cells.add(Numbers.text(
                    Spread.of(entry.getValue().stream().mapToDouble(Idle::threads))
                            .median(),
                    0));
            cells.add(one.toString().equals(OURS) && base > 0 ? mark(heap.median() - base) : "");
            table.row(cells);
        }
        part.add(table);
    }

    private static String mark(double more) {
        return "≤ %s + %s: %s (+ %s)"
                .formatted(
                        BASE, Numbers.text(MOST_MORE, 0), more <= MOST_MORE ? "met" : "**missed**", Numbers.text(more));
    }
}
