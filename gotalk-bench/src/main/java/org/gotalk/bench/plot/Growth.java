package org.gotalk.bench.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import org.gotalk.bench.plot.Svg.Anchor;

/** How a cost changes as work grows: three lines at most, on two logarithmic axes. */
public final class Growth {

    private static final int WIDTH = 720;
    private static final int MARGIN = 16;
    private static final int LEFT = 76;
    private static final int TOP = 66;
    private static final int BOTTOM = 310;
    private static final int HEIGHT = 362;
    private static final double TEXT_DROP = 4.5;
    private static final List<String> COLOURS = List.of("a", "b", "c");

    private Growth() {}

    /**
     * The drawing.
     *
     * @param x what the steps are
     * @param y what the values are
     */
    public static String svg(String title, String x, List<Integer> steps, String y, List<Line> lines) {
        Svg svg = new Svg(WIDTH, title);
        svg.text(MARGIN, MARGIN + Svg.TEXT_HEIGHT, Anchor.START, "title", title);
        Axis across = new Axis(true, steps.get(0), steps.get(steps.size() - 1), LEFT + MARGIN, WIDTH - 2.0 * MARGIN);
        Axis up = Axis.logarithmic(
                values(lines).min().orElse(1), values(lines).max().orElse(10), BOTTOM, TOP);
        for (int step : steps) {
            svg.line(across.at(step), TOP, across.at(step), BOTTOM, "grid", 1);
            svg.text(across.at(step), BOTTOM + Svg.TEXT_HEIGHT + 3, Anchor.MIDDLE, "pale", Integer.toString(step));
        }
        for (double tick : up.fineTicks()) {
            svg.line(LEFT, up.at(tick), WIDTH - MARGIN, up.at(tick), "grid", 1);
            svg.text(LEFT - MARGIN / 2.0, up.at(tick) + TEXT_DROP, Anchor.END, "pale", Quantity.plain(tick));
        }
        svg.text((across.begin() + across.end()) / 2, HEIGHT - 12, Anchor.MIDDLE, "pale", x);
        svg.upwards(MARGIN + TEXT_DROP, (TOP + BOTTOM) / 2.0, y);
        double legend = LEFT + MARGIN;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            svg.mark(legend, TOP - MARGIN, i, COLOURS.get(i));
            svg.text(legend + MARGIN / 2.0, TOP - MARGIN + TEXT_DROP, Anchor.START, "", line.name());
            legend += 2 * MARGIN + Svg.widthOf(line.name());
            draw(svg, line, i, steps, across, up);
        }
        return svg.file(HEIGHT);
    }

    private static void draw(Svg svg, Line line, int number, List<Integer> steps, Axis across, Axis up) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            points.append(Svg.number(across.at(steps.get(i)))).append(',');
            points.append(Svg.number(up.at(line.values().get(i)))).append(' ');
        }
        svg.polyline(points.toString().strip(), COLOURS.get(number));
        for (int i = 0; i < steps.size(); i++) {
            svg.mark(across.at(steps.get(i)), up.at(line.values().get(i)), number, COLOURS.get(number));
        }
    }

    private static DoubleStream values(List<Line> lines) {
        return lines.stream().flatMap(line -> line.values().stream()).mapToDouble(Double::doubleValue);
    }
}
