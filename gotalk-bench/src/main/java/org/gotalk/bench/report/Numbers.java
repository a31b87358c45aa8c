package org.gotalk.bench.report;

import java.util.Locale;

/** Numbers as tables and figures show them, the same in every locale. */
public final class Numbers {

    private static final double TEN = 10;
    private static final double TENTH = 0.1;

    private Numbers() {}

    /** With so many decimals; a dash where there is no figure. */
    public static String text(double value, int decimals) {
        return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** With two or three digits that count, or more where they stand before the point. */
    public static String text(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        return text(value, size < TENTH ? 3 : size < TEN ? 2 : size < TEN * TEN ? 1 : 0);
    }

    /** The middle, and between which bounds it was found; a dash where there is no figure. */
    public static String spread(Spread of) {
        String bounds = " (" + text(of.least()) + "–" + text(of.most()) + ")";
        return text(of.median()) + (Double.isNaN(of.median()) ? "" : bounds);
    }
}
