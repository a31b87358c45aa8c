package org.gotalk.bench.report;

import java.util.stream.DoubleStream;

/** The middle of several figures, and how far apart they are. */
public record Spread(double median, double least, double most) {

    /** Of at least one figure. */
    public static Spread of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int last = sorted.length - 1;
        return new Spread((sorted[last / 2] + sorted[(last + 1) / 2]) / 2, sorted[0], sorted[last]);
    }
}
