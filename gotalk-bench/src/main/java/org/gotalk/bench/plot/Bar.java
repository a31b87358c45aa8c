package org.gotalk.bench.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One line of a comparison.
 *
 * @param isOurs whether it stands out
 * @param cost its length
 * @param least what it was in the best round
 * @param most what it was in the worst round
 * @param times half of all times, 99 % and 99.9 % of them are below these
 */
public record Bar(String name, boolean isOurs, double cost, double least, double most, List<Double> times) {

    /** Whether it can be drawn: where no answer came at all, there are no figures. */
    public boolean isFinite() {
        return DoubleStream.concat(
                        DoubleStream.of(cost, least, most), times.stream().mapToDouble(Double::doubleValue))
                .allMatch(Double::isFinite);
    }
}
