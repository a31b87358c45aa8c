package org.gotalk.bench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where values lie on a line.
 *
 * @param isLogarithmic whether each step multiplies
 * @param least the value at the beginning; above 0 where steps multiply
 * @param most the value at the end
 * @param begin of the line on the drawing
 * @param end of the line on the drawing
 */
record Axis(boolean isLogarithmic, double least, double most, double begin, double end) {

    private static final int TICKS = 5;

    /** From 0 to a round number that is not below this value. */
    static Axis linear(double largest, double begin, double end) {
        double step = step(largest);
        return new Axis(false, 0, step * Math.ceil(largest / step), begin, end);
    }

    /** From a power of ten to a power of ten, with these values between them. */
    static Axis logarithmic(double smallest, double largest, double begin, double end) {
        double least = Math.pow(10, Math.floor(Math.log10(smallest)));
        double most = Math.pow(10, Math.ceil(Math.log10(largest)));
        return new Axis(true, least, most > least ? most : 10 * least, begin, end);
    }

    double at(double value) {
        double share =
                isLogarithmic ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
        return begin + share * (end - begin);
    }

    /** The values that are written beside the line. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        double step = step(most);
        double half = step / 2;
        for (double tick = least;
                tick < most + (isLogarithmic ? most : half);
                tick = isLogarithmic ? 10 * tick : tick + step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** As {@link #ticks()}, and twice and five times those where there is room for them. */
    List<Double> fineTicks() {
        return ticks().stream()
                .flatMap(tick -> Stream.of(tick, 2 * tick, 5 * tick))
                .filter(tick -> tick <= most)
                .toList();
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(largest / TICKS)));
        double times = largest / TICKS / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }
}
