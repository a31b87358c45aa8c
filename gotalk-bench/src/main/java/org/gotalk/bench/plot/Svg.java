package org.gotalk.bench.plot;

import java.util.Locale;

/**
 * A drawing. Colours are names that light and dark have each their own values of: pages show these files as they are, and
 * whoever reads them may have either.
 */
final class Svg {

    static final int TEXT_HEIGHT = 13;

    // Of the widest fonts that browsers take for "sans-serif".
    private static final double CHARACTER_WIDTH = 7.6;

    private static final String STYLE = """
            <style>
            svg{--paper:#ffffff;--ink:#1f2328;--pale:#59636e;--grid:#d8dee4;--plain:#8c959f;--base:#57606a;--ours:#0969da;--a:#57606a;--b:#0969da;--c:#bc4c00}
            @media(prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#f0f6fc;--pale:#9198a1;--grid:#30363d;--plain:#6e7681;--base:#b1bac4;--ours:#4493f8;--a:#b1bac4;--b:#4493f8;--c:#f0883e}}
            text{font:%dpx system-ui,sans-serif;fill:var(--ink)}
            .pale{fill:var(--pale)}
            .title{font-weight:600}
            </style>
            """.formatted(TEXT_HEIGHT);

    private final StringBuilder elements = new StringBuilder();
    private final int width;
    private final String title;

    Svg(int width, String title) {
        this.width = width;
        this.title = title;
    }

    /** Where a text begins, ends or has its middle. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** At least as much as a text takes. */
    static double widthOf(String text) {
        return text.length() * CHARACTER_WIDTH;
    }

    /** A text on its base line. */
    Svg text(double x, double y, Anchor anchor, String kind, String text) {
        return element("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor.value(), kind, escaped(text)));
    }

    /** A text that is read upwards. */
    Svg upwards(double x, double y, String text) {
        return element(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" class=\"pale\">%s</text>"
                        .formatted(number(x), number(y), escaped(text)));
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        return element("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"var(--%s)\" stroke-width=\"%s\"/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), colour, number(thickness)));
    }

    Svg bar(double x, double y, double length, double height, String colour) {
        return element("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"var(--%s)\"/>"
                .formatted(number(x), number(y), number(length), number(height), colour));
    }

    /** A mark of one of three shapes, so that colours alone need not tell them apart. */
    Svg mark(double x, double y, int shape, String colour) {
        String path = switch (shape) {
            case 0 -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
            case 1 -> "m0-5.2l5.2 5.2l-5.2 5.2l-5.2-5.2z";
            default -> "m0-5l5 9h-10z";
        };
        return element("<path d=\"M%s %s%s\" fill=\"var(--%s)\" stroke=\"var(--paper)\"/>"
                .formatted(number(x), number(y), path, colour));
    }

    Svg polyline(String points, String colour) {
        return element("<polyline points=\"%s\" fill=\"none\" stroke=\"var(--%s)\" stroke-width=\"2\"/>"
                .formatted(points, colour));
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The whole file. */
    String file(double height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$s" width="%1$d" height="%2$s" role="img">
                <title>%3$s</title>
                %4$s<rect width="100%%" height="100%%" fill="var(--paper)"/>
                %5$s</svg>
                """.formatted(width, number(height), escaped(title), STYLE, elements);
    }

    private Svg element(String element) {
        elements.append(element).append('\n');
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
