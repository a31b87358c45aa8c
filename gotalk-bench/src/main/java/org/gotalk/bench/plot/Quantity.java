package org.gotalk.bench.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers beside axes. */
final class Quantity {

    private static final double THOUSAND = 1000;
    private static final double MILLION = 1e6;

    private Quantity() {}

    /** Two or three digits, without zeros behind them. */
    static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(value < 0.1 ? 2 : 3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A time that is given in microseconds. */
    static String micros(double value) {
        return value < THOUSAND
                ? plain(value) + " µs"
                : value < MILLION ? plain(value / THOUSAND) + " ms" : plain(value / MILLION) + " s";
    }
}
