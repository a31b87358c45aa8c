package org.gotalk.bench.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import org.gotalk.bench.plot.Svg.Anchor;

/** Cases beside each other: what each costs as bars, and to their right how long its answers take. */
public final class Comparison {

    private static final int WIDTH = 960;
    private static final int MARGIN = 16;
    private static final int TOP = 66;
    private static final int ROW = 28;
    private static final int BAR = 14;
    private static final int GAP = 24;
    private static final int BOTTOM = 50;
    private static final int TIMES_WIDTH = 300;
    private static final double WHISKER = 3;
    private static final double TEXT_DROP = 4.5;
    private static final double VALUE_WIDTH = 48;
    private static final List<String> PERCENTILES = List.of("p50", "p99", "p99.9");
    private static final List<String> COLOURS = List.of("a", "b", "c");

    private final Svg svg;
    private final String costUnit;
    private final List<Bar> bars;
    private final double left;
    private final double bottom;

    private Comparison(String title, String costUnit, List<Bar> bars) {
        this.svg = new Svg(WIDTH, title);
        this.costUnit = costUnit;
        this.bars = bars;
        this.left = 2 * MARGIN
                + bars.stream()
                        .mapToDouble(bar -> Svg.widthOf(bar.name()))
                        .max()
                        .orElse(0);
        this.bottom = TOP + bars.size() * ROW;
        svg.text(MARGIN, MARGIN + Svg.TEXT_HEIGHT, Anchor.START, "title", title);
    }

    /**
     * The drawing.
     *
     * @param costUnit what the bars' lengths are
     */
    public static String svg(String title, String costUnit, List<Bar> bars) {
        return new Comparison(title, costUnit, bars).drawn();
    }

    private String drawn() {
        double timesBegin = WIDTH - MARGIN - TIMES_WIDTH - GAP;
        costs(Axis.linear(bars.stream().mapToDouble(Bar::most).max().orElse(1), left, timesBegin - GAP - VALUE_WIDTH));
        times(Axis.logarithmic(
                allTimes().min().orElse(1), allTimes().max().orElse(10), timesBegin, WIDTH - MARGIN - GAP));
        return svg.file(bottom + BOTTOM);
    }

    private DoubleStream allTimes() {
        return bars.stream().flatMap(bar -> bar.times().stream()).mapToDouble(Double::doubleValue);
    }

    private void costs(Axis axis) {
        grid(axis, costUnit);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = TOP + (i + 0.5) * ROW;
            double from = axis.at(bar.least());
            double to = axis.at(bar.most());
            svg.text(left - MARGIN / 2.0, middle + TEXT_DROP, Anchor.END, "", bar.name());
            svg.bar(left, middle - BAR / 2.0, axis.at(bar.cost()) - left, BAR, bar.isOurs() ? "ours" : "plain");
            svg.line(from, middle, to, middle, "ink", 1);
            svg.line(from, middle - WHISKER, from, middle + WHISKER, "ink", 1);
            svg.line(to, middle - WHISKER, to, middle + WHISKER, "ink", 1);
            svg.text(to + MARGIN / 2.0, middle + TEXT_DROP, Anchor.START, "", Quantity.plain(bar.cost()));
        }
    }

    private void times(Axis axis) {
        grid(axis, "time to the answer (logarithmic)");
        double at = axis.begin();
        for (int i = 0; i < PERCENTILES.size(); i++) {
            svg.mark(at, TOP - ROW / 2.0, i, COLOURS.get(i));
            svg.text(at + MARGIN / 2.0, TOP - ROW / 2.0 + TEXT_DROP, Anchor.START, "pale", PERCENTILES.get(i));
            at += GAP + MARGIN / 2.0 + Svg.widthOf(PERCENTILES.get(i));
        }
        for (int i = 0; i < bars.size(); i++) {
            double middle = TOP + (i + 0.5) * ROW;
            List<Double> times = bars.get(i).times();
            svg.line(axis.at(times.get(0)), middle, axis.at(times.get(times.size() - 1)), middle, "plain", 1);
            for (int j = 0; j < times.size(); j++) {
                svg.mark(axis.at(times.get(j)), middle, j, COLOURS.get(j));
            }
        }
    }

    private void grid(Axis axis, String unit) {
        for (double tick : axis.ticks()) {
            double x = axis.at(tick);
            svg.line(x, TOP, x, bottom, "grid", 1);
            String text = axis.isLogarithmic() ? Quantity.micros(tick) : Quantity.plain(tick);
            svg.text(x, bottom + Svg.TEXT_HEIGHT + 3, Anchor.MIDDLE, "pale", text);
        }
        svg.text((axis.begin() + axis.end()) / 2, bottom + BOTTOM - 10, Anchor.MIDDLE, "pale", unit);
    }
}
