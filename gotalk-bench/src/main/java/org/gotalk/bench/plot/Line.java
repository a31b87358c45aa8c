package org.gotalk.bench.plot;

import java.util.List;

/** Values, one for each step of the axis. */
public record Line(String name, List<Double> values) {}
